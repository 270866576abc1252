import { type Interval, intersect, total } from "@today/core/time/interval";
import type { Minutes } from "@today/core/time/minutes";
import type { Workday } from "../../api.ts";
import { clockTime, duration } from "../../format.ts";
import { Icon } from "../../ui/icon.tsx";
import { depthOf, type Frame } from "./column-layout.ts";
import { type CountedLine, clockAt, gapsOf } from "./counted-line.ts";
import { useWords, type Words } from "./words.ts";

const labelHeight = 1.25;

/** Clock times where the stretches begin and end; one that would touch the one above is left out. */
export function ColumnAxis({ line, frame }: { line: CountedLine; frame: Frame }) {
  const m = useWords();
  const shown: Minutes[] = [];
  for (const clock of line.flatMap(({ start, end }) => [start, end])) {
    const last = shown[shown.length - 1];
    if (last === undefined || (clock - last) * frame.scale >= labelHeight) shown.push(clock);
  }
  return (
    <div className="td-column-axis" aria-hidden="true">
      {shown.map((clock) => (
        <span key={clock} style={{ top: `${depthOf(frame, clock)}rem` }}>
          {clockTime(clock, m.lang)}
        </span>
      ))}
    </div>
  );
}

interface GapsProps {
  readonly line: CountedLine;
  readonly workday: Workday;
  readonly borders: readonly Minutes[];
  readonly frame: Frame;
}

/** Breaks and leave between the stretches: a gap that says what it is. */
export function Gaps({ line, workday, frame, borders }: GapsProps) {
  const m = useWords();
  return gapsOf(line).map((gap) => {
    const height = (gap.end - gap.start) * frame.scale;
    return (
      <p
        key={gap.start}
        className="td-column-gap"
        data-under={borders.some((border) => clockAt(line, border) === gap.start) || undefined}
        style={{ top: `${depthOf(frame, gap.start)}rem`, height: `${height}rem` }}
      >
        {height >= labelHeight && (
          <>
            <Icon name="bowl" size={height >= 1.75 ? "1.5rem" : "1rem"} />
            <span>{gapText(m, gap, workday)}</span>
          </>
        )}
      </p>
    );
  });
}

const noon: Interval = { start: 660, end: 840 };

function gapText(m: Words, gap: Interval, { line }: Workday): string {
  const length = duration(gap.end - gap.start);
  const leave = line.filter(({ kind }) => kind === "leave");
  if (total(intersect(leave, [gap])) > 0) return `${m["line.leave"]} ${m["split.gap"](length)}`;
  return total(intersect([noon], [gap])) >= 30 ? m["line.lunch"](length) : m["split.gap"](length);
}

interface NeedleProps {
  readonly now: Minutes;
  readonly line: CountedLine;
  readonly borders: readonly Minutes[];
  readonly frame: Frame;
}

const roomAbove = 60;

/** Now, across the line; its time stands above, or below where a short block would be covered. */
export function Needle({ now, line, borders, frame }: NeedleProps) {
  const m = useWords();
  const above = [...line.flatMap(({ start, end }) => [start, end]), ...borders.map((border) => clockAt(line, border))];
  const isShort = above.some((clock) => clock <= now && now - clock < roomAbove);
  return (
    <p className="td-column-now" style={{ top: `${depthOf(frame, now)}rem` }} data-below={isShort || undefined}>
      <span>{m["line.now"](clockTime(now, m.lang))}</span>
    </p>
  );
}
