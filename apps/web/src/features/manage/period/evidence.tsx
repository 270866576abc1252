import { useQuery } from "@tanstack/react-query";
import type { WorkDate } from "@today/core/time/date";
import type { Evidence, PersonBrief } from "../../../api.ts";
import { longDate, minuteOf } from "../../../format.ts";
import { hashOf } from "../../../route.ts";
import { Answered } from "../../../ui/answered.tsx";
import { DayLine } from "../../../ui/day-line.tsx";
import { axisOf } from "../../../ui/day-parts.ts";
import { drawDay, edgeTicks } from "../../../ui/drawn-day.ts";
import { Length } from "../../../ui/length.tsx";
import { projectsById } from "../../../ui/project-mark.tsx";
import { WarningTag } from "../../../ui/warning-tag.tsx";
import { evidenceQuery } from "./queries.ts";
import { timeText } from "./text.ts";
import { useWords, type Words } from "./words.ts";

interface EvidenceProps {
  readonly person: PersonBrief;
  readonly date: WorkDate;
}

/** The day behind a line: how it is drawn, its three numbers, when the person punched and what they said. */
export function DayEvidence({ person, date }: EvidenceProps) {
  const m = useWords();
  const query = useQuery(evidenceQuery(person.id, date));
  return (
    <div className="period-evidence">
      <Answered query={query} skeleton={[3.5, 2.5, 1.5]}>
        {(seen) => <Day seen={seen} date={date} />}
      </Answered>
      <a className="period-open" href={hashOf("hours", date, "of", person.id)}>
        {m["period.openDay"]}
      </a>
    </div>
  );
}

function Day({ seen, date }: { seen: Evidence; date: WorkDate }) {
  const m = useWords();
  const { workday, requests } = seen;
  const drawn = drawDay(workday, minuteOf(seen.now, date));
  const axis = axisOf(drawn.parts, null, drawn.now);
  return (
    <>
      {drawn.parts.length > 0 && (
        <DayLine
          parts={drawn.parts}
          axis={axis}
          projects={projectsById(seen.projects)}
          label={longDate(date, m.lang)}
          ticks={edgeTicks(axis, workday.shift)}
          now={drawn.now}
        />
      )}
      <ThreeNumbers of={workday} />
      {workday.details.length > 0 && (
        <p className="period-tags">
          {workday.details.map((detail) => (
            <WarningTag key={detail.name} of={detail} />
          ))}
        </p>
      )}
      <p className="td-small td-second">{punchText(m, seen)}</p>
      {requests.map(({ id, madeBy, reason }) => (
        <p key={id} className="td-small">
          {m["period.said"](madeBy.name, reason)}
        </p>
      ))}
    </>
  );
}

function ThreeNumbers({ of }: { of: Evidence["workday"] }) {
  const m = useWords();
  return (
    <dl className="period-numbers">
      {(["attended", "overtime", "counted"] as const).map((name) => (
        <div key={name} data-number={name}>
          <dt className="td-small td-second">{m[`number.${name}`]}</dt>
          <dd>
            <Length minutes={name === "overtime" ? of.overtimeApproved : of[name]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** `打卡 08:55 18:02`; those that do not count are left out. */
function punchText(m: Words, { punches }: Evidence): string {
  const times = punches.filter(({ valid }) => valid).map(({ minute }) => minute);
  if (times.length === 0) return m["period.noPunches"];
  return [m["period.punches"], ...times.sort((a, b) => a - b).map((minute) => timeText(m, minute))].join(" ");
}
