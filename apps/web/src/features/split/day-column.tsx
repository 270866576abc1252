import type { Minutes } from "@today/core/time/minutes";
import { type MouseEvent, useRef } from "react";
import type { DayDetail } from "../../api.ts";
import { clockTime, longDuration } from "../../format.ts";
import type { ProjectsById } from "../../ui/project-mark.tsx";
import { useWidth } from "../../ui/width.ts";
import { BorderHandle } from "./border-handle.tsx";
import { ColumnAxis, Gaps, Needle } from "./column-axis.tsx";
import { depthOf, type Frame, frameOf, piecesOf, placeHandles } from "./column-layout.ts";
import { clockAt, minuteAt, snap } from "./counted-line.ts";
import { PartBlock } from "./part-block.tsx";
import { bordersOf, minutesBefore, moveBorder, type Part, reachOf, shortest } from "./split.ts";
import type { SplitDay } from "./split-day.ts";
import { nameOf, useWords, type Words } from "./words.ts";
import "./day-column.css";

interface DayColumnProps {
  readonly day: SplitDay;
  readonly workday: DayDetail["workday"];
  readonly parts: readonly Part[];
  readonly projects: ProjectsById;
  readonly striped: ReadonlySet<string>;
  /** The needle, on a running day. */
  readonly now: Minutes | null;
  readonly selected: number | null;
  /** Null where the day may only be read. */
  readonly edit: ColumnEdit | null;
}

/** What a hand can do to the line. `at` is a minute of the line. */
export interface ColumnEdit {
  readonly onSelect: (border: number) => void;
  readonly onMove: (parts: Part[]) => void;
  readonly onOpen: (part: number, at: Minutes | null) => void;
}

/** The day as a vertical line: blocks, breaks, now, and a handle at each border. */
export function DayColumn(props: DayColumnProps) {
  const { day, parts, now, edit } = props;
  const m = useWords();
  const [ref, width] = useWidth(296);
  const frame = frameOf(day.line, { now, width: width / rootPx() });
  const shown = partLengths(day, parts, now);
  const onOpen = (index: number) => (event: MouseEvent) =>
    edit?.onOpen(index, event.detail === 0 ? null : touchedMinute(event, ref.current, { day, frame }));
  return (
    <section className="td-column" aria-label={m["split.line"]}>
      <ColumnAxis line={day.line} frame={frame} />
      <div ref={ref} className="td-column-line" style={{ height: `${depthOf(frame, frame.end)}rem` }}>
        <Gaps line={day.line} workday={props.workday} borders={edit ? bordersOf(parts) : []} frame={frame} />
        {piecesOf(day.line, parts, { ...frame, now }).map((pieces, index) => {
          const part = parts[index];
          const project = part?.project ? props.projects.get(part.project) : undefined;
          if (part === undefined) return null;
          return (
            <PartBlock
              key={index}
              {...{ part, pieces, frame, project }}
              isStriped={project !== undefined && props.striped.has(project.id)}
              minutes={shown[index] ?? 0}
              onOpen={edit && onOpen(index)}
            />
          );
        })}
        {now !== null && <Needle now={now} line={day.line} borders={bordersOf(parts)} frame={frame} />}
        {edit && <Handles {...props} edit={edit} frame={frame} lengths={shown} box={ref} />}
      </div>
    </section>
  );
}

interface HandlesProps extends DayColumnProps {
  readonly edit: ColumnEdit;
  readonly frame: Frame;
  readonly lengths: readonly Minutes[];
  readonly box: { readonly current: HTMLElement | null };
}

function Handles({ day, parts, selected, edit, frame, projects, lengths, box }: HandlesProps) {
  const m = useWords();
  const latest = useRef(parts);
  latest.current = parts;
  const borders = bordersOf(parts);
  const placed = placeHandles(day.line, borders, frame.scale);
  const drag = (border: number, clock: number): boolean => {
    const to = snap(day.line, day.magnets, clock);
    const { min, max } = reachOf(latest.current, border, shortest.drag);
    latest.current = moveBorder(latest.current, border, { to, least: shortest.drag });
    edit.onMove([...latest.current]);
    return to < min || to > max;
  };
  const name = (index: number) => nameOf(m, projects.get(parts[index]?.project ?? ""));
  return borders.map((at, index) => {
    const place = placed[index];
    if (place === undefined) return null;
    return (
      <BorderHandle
        key={index}
        {...{ index, at }}
        reach={reachOf(parts, index, shortest.step)}
        placed={place}
        depth={depthOf(frame, place.clock)}
        isSelected={selected === index}
        valueText={borderText(
          m,
          place.clock,
          [0, 1].map((side) => sideText(m, name(index + side), lengths[index + side])),
        )}
        minutePx={() => (box.current?.getBoundingClientRect().height ?? 0) / (frame.end - frame.start)}
        onSelect={() => edit.onSelect(index)}
        onDrag={(clock) => drag(index, clock)}
        onStep={(to) => edit.onMove(moveBorder(parts, index, { to, least: shortest.step }))}
      />
    );
  });
}

function sideText(m: Words, name: string, minutes: Minutes = 0): string {
  return `${name} ${longDuration(minutes, m.lang)}`;
}

function borderText(m: Words, clock: Minutes, [upper = "", lower = ""]: readonly string[]): string {
  return m["split.borderValue"](clockTime(clock, m.lang), upper, lower);
}

/** The minutes of each part so far; of one that is all ahead, those it will have. */
function partLengths(day: SplitDay, parts: readonly Part[], now: Minutes | null): Minutes[] {
  if (now === null) return parts.map(({ minutes }) => minutes);
  const past = minutesBefore(parts, minuteAt(day.line, now));
  return parts.map(({ minutes }, index) => past[index] || minutes);
}

function touchedMinute(
  event: MouseEvent,
  box: Element | null,
  { day, frame }: { day: SplitDay; frame: Frame },
): Minutes | null {
  if (box === null) return null;
  const { top, height } = box.getBoundingClientRect();
  const clock = frame.start + ((event.clientY - top) / height) * (frame.end - frame.start);
  return snap(day.line, day.magnets, Math.min(clockAt(day.line, Number.MAX_SAFE_INTEGER), clock));
}

function rootPx(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}
