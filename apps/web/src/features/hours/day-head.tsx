import { useQuery } from "@tanstack/react-query";
import type { Minutes } from "@today/core/time/minutes";
import type { Workday } from "../../api.ts";
import { longDate, timeSpan } from "../../format.ts";
import { DayLine } from "../../ui/day-line.tsx";
import { axisOf } from "../../ui/day-parts.ts";
import { drawDay, edgeTicks } from "../../ui/drawn-day.ts";
import type { ProjectsById } from "../../ui/project-mark.tsx";
import { personQuery } from "./queries.ts";
import { ThreeNumbers } from "./three-numbers.tsx";
import { useWords, type Words } from "./words.ts";

interface DayHeadProps {
  readonly workday: Workday;
  readonly projects: ProjectsById;
  readonly now: Minutes;
  readonly isOwn: boolean;
}

/** Date, shift, line and the three numbers. */
export function DayHead({ workday, projects, now, isOwn }: DayHeadProps) {
  const m = useWords();
  const { date, shift, planned } = workday;
  const drawn = drawDay(workday, now);
  const held = planned > 0 ? shift : null;
  const axis = axisOf(drawn.parts, drawn.parts.length === 0 ? held : null, drawn.now);
  const label = longDate(date, m.lang);
  return (
    <header className="td-head hours-day-head">
      <div className="td-row">
        <h1>
          {!isOwn && <PersonName person={workday.person} />}
          <b>{label}</b>
        </h1>
        <span className="td-small td-weak">{shiftText(m, workday)}</span>
      </div>
      <DayLine
        parts={drawn.parts}
        axis={axis}
        projects={projects}
        label={label}
        ticks={edgeTicks(axis, held)}
        now={drawn.now}
      />
      <ThreeNumbers of={workday} />
    </header>
  );
}

function PersonName({ person }: { person: string }) {
  const m = useWords();
  const { data } = useQuery(personQuery(person));
  return <b className="hours-person">{data?.name ?? m["hours.noSuchPerson"]}</b>;
}

/** `工作日 09:00–18:00`; on days off only what they are. */
function shiftText(m: Words, { dayKind, shift, planned }: Workday): string {
  const kind = m[`hours.kind.${dayKind}`];
  const first = shift?.sections[0];
  const last = shift?.sections[shift.sections.length - 1];
  if (planned === 0 || first === undefined || last === undefined) return kind;
  return m["hours.shift"](kind, timeSpan(first.start, last.end, m.lang));
}
