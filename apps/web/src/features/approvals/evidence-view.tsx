import { useQuery } from "@tanstack/react-query";
import type { Evidence } from "../../api.ts";
import { longDate, minuteOf } from "../../format.ts";
import { hashOf } from "../../route.ts";
import { Answered } from "../../ui/answered.tsx";
import { DayLine } from "../../ui/day-line.tsx";
import { axisOf } from "../../ui/day-parts.ts";
import { drawDay, edgeTicks } from "../../ui/drawn-day.ts";
import { Length } from "../../ui/length.tsx";
import { projectsById } from "../../ui/project-mark.tsx";
import { WarningTag } from "../../ui/warning-tag.tsx";
import { PartRows } from "./part-rows.tsx";
import { PunchRows } from "./punch-rows.tsx";
import { evidenceQuery } from "./queries.ts";
import { Question } from "./question.tsx";
import type { Thing } from "./selection.ts";
import { useWords } from "./words.ts";

/** The day behind one thing: its line, its figures, what the person said, its parts and its punches. */
export function EvidenceView({ thing }: { thing: Thing }) {
  const query = useQuery(evidenceQuery(thing.item.person.id, thing.item.date));
  return (
    <Answered query={query} skeleton={[3.5, 2.5, 6]}>
      {(seen) => <Day thing={thing} seen={seen} />}
    </Answered>
  );
}

function Day({ thing, seen }: { thing: Thing; seen: Evidence }) {
  const m = useWords();
  const { item } = thing;
  const { workday } = seen;
  const projects = projectsById(seen.projects);
  const drawn = drawDay(workday, minuteOf(seen.now, item.date));
  const axis = axisOf(drawn.parts, null, drawn.now);
  const tags = workday.details.filter(({ name }) => name !== "running");
  return (
    <>
      <Question thing={thing} requests={seen.requests} projects={projects} />
      {drawn.parts.length > 0 && (
        <DayLine
          parts={drawn.parts}
          axis={axis}
          projects={projects}
          label={longDate(item.date, m.lang)}
          ticks={edgeTicks(axis, workday.shift)}
          now={drawn.now}
        />
      )}
      <dl className="approvals-numbers">
        {(["attended", "overtime", "counted"] as const).map((name) => (
          <div key={name} data-number={name}>
            <dt className="td-small td-second">{m[`number.${name}`]}</dt>
            <dd>
              <Length minutes={name === "overtime" ? workday.overtimeApproved : workday[name]} />
            </dd>
          </div>
        ))}
      </dl>
      {tags.length > 0 && (
        <div className="approvals-tags">
          {tags.map((detail) => (
            <WarningTag key={detail.name} of={detail} />
          ))}
        </div>
      )}
      <PartRows workday={workday} projects={projects} />
      <PunchRows punches={seen.punches} line={workday.line} projects={projects} />
      <a className="approvals-open" href={hashOf("hours", item.date, "of", item.person.id)}>
        {m["approvals.openDay"]}
      </a>
    </>
  );
}
