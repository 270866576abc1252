import type { Minutes } from "@today/core/time/minutes";
import type { CSSProperties, ReactNode } from "react";
import type { LinePart } from "../../api.ts";
import { clockTime, duration, timeSpan } from "../../format.ts";
import { Length } from "../../ui/length.tsx";
import { slotStyle } from "../../ui/project-mark.tsx";
import { type DayContext, PartEntryRow, PunchEntryRow } from "./day-entry.tsx";
import type { Entry } from "./timeline.ts";
import { useWords } from "./words.ts";

/** The day in one list ordered by time: punches, parts with their reason, breaks, and what was not counted. */
export function DayList({ entries, day }: { entries: readonly Entry[]; day: DayContext }) {
  const m = useWords();
  return (
    <ol className="td-card hours-list" aria-label={m["hours.list"]}>
      {entries.map((entry, index) => (
        <li
          key={`${entry.kind}${entry.kind === "punch" ? entry.punch.id : entry.at}`}
          className="hours-entry"
          data-kind={entry.kind}
          data-bar={barOf(entry)}
          style={entry.kind === "part" ? colourOf(entry.part, day) : undefined}
        >
          <time className="hours-entry-time">{isTimed(entry, entries[index - 1]) && clockTime(entry.at, m.lang)}</time>
          <span className="hours-entry-rail" aria-hidden="true" />
          <EntryRow entry={entry} day={day} />
        </li>
      ))}
    </ol>
  );
}

function EntryRow({ entry, day }: { entry: Entry; day: DayContext }) {
  const m = useWords();
  if (entry.kind === "punch") return <PunchEntryRow entry={entry} day={day} />;
  if (entry.kind === "part") return <PartEntryRow entry={entry} day={day} />;
  const { start, end } = entry;
  const span = timeSpan(start, end, m.lang);
  switch (entry.kind) {
    case "break":
      return (
        <Row
          what={m[isLunch(start, end) ? "hours.lunch" : "hours.break"](span)}
          why={m["hours.breakWhy"]}
          sum={`−${duration(end - start)}`}
        />
      );
    case "leave":
      return <Row what={m["hours.leave"](span)} sum={<Length minutes={end - start} />} />;
    case "offer":
      return (
        <Row what={m["hours.offer"](span)} why={m[day.isOutAsked ? "hours.offerAsked" : "hours.offerWhy"]} sum="—" />
      );
    default: {
      const why = m[`hours.why.${entry.why}`](clockTime(entry.edge, m.lang));
      return <Row what={m["hours.uncounted"]} why={why} sum={<Length minutes={end - start} />} />;
    }
  }
}

function Row({ what, why, sum }: { what: string; why?: string; sum: ReactNode }) {
  return (
    <div className="hours-entry-body">
      <span>{what}</span>
      <span className="hours-entry-sum">{sum}</span>
      {why && <span className="td-small td-weak hours-entry-why">{why}</span>}
    </div>
  );
}

/** A punch says its time; a part only where it does not begin with one. */
function isTimed(entry: Entry, before: Entry | undefined): boolean {
  if (entry.kind === "punch") return true;
  return before !== undefined && before.kind !== "punch" && before.kind !== "break" && entry.kind !== "break";
}

function barOf(entry: Entry): string | undefined {
  if (entry.kind !== "part") return undefined;
  if (entry.part.other) return "other";
  return entry.part.project === null ? "unassigned" : "project";
}

function colourOf({ project }: LinePart, { projects }: DayContext): CSSProperties | undefined {
  const known = project === null ? undefined : projects.get(project);
  return known && slotStyle(known.color);
}

const noon: Minutes = 720;

function isLunch(start: Minutes, end: Minutes): boolean {
  return start <= noon + 60 && end >= noon;
}
