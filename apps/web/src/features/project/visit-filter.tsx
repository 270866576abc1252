import { useQuery } from "@tanstack/react-query";
import type { WorkDate } from "@today/core/time/date";
import type { Project } from "../../api.ts";
import { longDate, shortDate } from "../../format.ts";
import { holds } from "../../period.ts";
import { Icon } from "../../ui/icon.tsx";
import { Segments } from "../../ui/segments.tsx";
import { useVisitWords } from "../../visits.ts";
import { membersQuery } from "./project-queries.ts";
import { type Span, spanBeside, spanOf } from "./visit-days.ts";

interface VisitFilterProps {
  readonly project: Project;
  readonly span: Span;
  readonly today: WorkDate;
  /** Whose; empty for everybody's. */
  readonly person: string;
  readonly onSpan: (span: Span) => void;
  readonly onPerson: (person: string) => void;
}

/** Which days' check-ins, and whose. */
export function VisitFilter({ project, span, today, person, onSpan, onPerson }: VisitFilterProps) {
  const m = useVisitWords();
  const members = useQuery(membersQuery(project.id)).data ?? [];
  const { kind, first, last } = span;
  const anchor = holds({ ...span, kind: "range" }, today) ? today : first;
  const step = (way: -1 | 1) => onSpan(spanBeside(span, way));
  return (
    <section className="td-card visited-filter" aria-label={m["visit.title"]}>
      <div className="project-period">
        <div className="project-steps">
          <button type="button" className="td-plain" onClick={() => step(-1)}>
            <Icon name="left" />
            <span className="td-hidden">{m[`visit.before.${kind}`]}</span>
          </button>
          <h2 aria-live="polite">
            {kind === "day" ? longDate(first, m.lang) : m["visit.days"](shortDate(first), shortDate(last))}
          </h2>
          <button type="button" className="td-plain visited-step" disabled={last >= today} onClick={() => step(1)}>
            <Icon name="right" />
            <span className="td-hidden">{m[`visit.after.${kind}`]}</span>
          </button>
        </div>
        <Segments
          label={m["visit.period"]}
          options={{ day: m["visit.day"], week: m["visit.week"] }}
          value={kind}
          onChange={(next) => onSpan(spanOf(next, anchor))}
        />
      </div>
      {members.length > 0 && (
        <label className="project-field visited-who">
          <span className="td-small td-second">{m["visit.person"]}</span>
          <select value={person} onChange={({ target }) => onPerson(target.value)}>
            <option value="">{m["visit.everybody"]}</option>
            {members.map(({ person: { id, name, title } }) => (
              <option key={id} value={id}>
                {title === null ? name : `${name} · ${title}`}
              </option>
            ))}
          </select>
        </label>
      )}
    </section>
  );
}
