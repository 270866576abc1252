import { useQuery } from "@tanstack/react-query";
import type { Evidence, PunchView } from "../../api.ts";
import { duration, longDate, minuteOf, shortDate } from "../../format.ts";
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
import type { Item } from "./selection.ts";
import { useWords } from "./words.ts";

type Seen = Evidence & { readonly punches: readonly PunchView[]; readonly now: string };

/** The day behind one thing: its line, its figures, what the person said, its parts and its punches. */
export function EvidenceView({ item }: { item: Item }) {
  const query = useQuery(evidenceQuery(item.person.id, item.date));
  return (
    <Answered query={query} skeleton={[3.5, 2.5, 6]}>
      {(seen) => <Day item={item} seen={seen} />}
    </Answered>
  );
}

function Day({ item, seen }: { item: Item; seen: Seen }) {
  const m = useWords();
  const { workday } = seen;
  const projects = projectsById(seen.projects);
  const drawn = drawDay(workday, minuteOf(seen.now, item.date));
  const axis = axisOf(drawn.parts, null, drawn.now);
  const tags = workday.details.filter(({ name }) => name !== "running");
  return (
    <>
      <p className="td-second">{longDate(item.date, m.lang)}</p>
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
      <Said item={item} seen={seen} />
      <PartRows workday={workday} projects={projects} />
      <PunchRows punches={seen.punches} line={workday.line} projects={projects} />
      <a className="approvals-open" href={hashOf("hours", item.date, "of", item.person.id)}>
        {m["approvals.openDay"]}
      </a>
    </>
  );
}

/** What was asked about the day, word for word. */
function Said({ item, seen }: { item: Item; seen: Seen }) {
  const m = useWords();
  const asked = seen.requests.filter(({ state }) => state === "waiting");
  return asked.map((request) => (
    <blockquote key={request.id} className="approvals-said">
      <p>{request.reason}</p>
      <p className="td-small td-second">
        {m["approvals.asked"](
          request.madeBy.name,
          `${shortDate(request.madeAt.slice(0, 10))} ${request.madeAt.slice(11, 16)}`,
        )}
        {request.effect.minutes > 0 && ` · +${duration(request.effect.minutes)}`}
        {item.ref.type === "request" && item.ref.id === request.id && item.overtime === "rest" && request.lieu
          ? ` · ${m["approvals.lieu"]}`
          : ""}
      </p>
    </blockquote>
  ));
}
