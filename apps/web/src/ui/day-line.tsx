import type { Interval } from "@today/core/time/interval";
import type { Minutes } from "@today/core/time/minutes";
import { type CSSProperties, useId } from "react";
import { axisTime, clockTime } from "../format.ts";
import { type Message, useMessage } from "../message.ts";
import type { DrawnPart } from "./day-parts.ts";
import { Icon } from "./icon.tsx";
import { lineLabel, partLabel } from "./line-label.ts";
import { layOut, type PlacedPart, placeOf } from "./line-layout.ts";
import { type ProjectsById, slotStyle, stripedIds } from "./project-mark.tsx";
import { useWidth } from "./width.ts";
import "./day-line.css";

interface DayLineProps {
  readonly parts: readonly DrawnPart[];
  readonly axis: Interval;
  readonly projects: ProjectsById;
  /** Whose day it is, said first: `周四`. */
  readonly label: string;
  readonly height?: 20 | 26 | 36 | 52;
  readonly ticks?: readonly Minutes[];
  /** The needle; `withTime` writes the time above it. */
  readonly now?: Minutes | null;
  readonly withTime?: boolean;
  /** Ids drawn with stripes, when more than this line is on the screen. */
  readonly striped?: ReadonlySet<string>;
  readonly onPart?: (part: DrawnPart) => void;
}

/** A day as a line: full height is counted, low is not, a gap is a break, dashed is not yet true, striped waits. */
export function DayLine({ parts, axis, projects, label, height = 36, ticks = [], now = null, ...rest }: DayLineProps) {
  const m = useMessage();
  const [ref, width] = useWidth(320);
  const listId = useId();
  const placed = layOut(parts, axis, width);
  const striped = rest.striped ?? stripedIds(projectsIn(parts, projects));
  const named = { m, projects, now };
  return (
    <div
      className="td-line"
      style={{ "--line": `${height / 16}rem` } as CSSProperties}
      data-needle={now !== null || undefined}
      data-timed={rest.withTime || undefined}
    >
      <div
        ref={ref}
        className="td-line-track"
        role="img"
        aria-label={lineLabel(parts, label, named)}
        aria-details={listId}
      >
        {placed.map((one) => (
          <Part
            key={`${one.part.look}${one.part.start}`}
            placed={one}
            look={{ projects, striped, height, width, m }}
            onPart={rest.onPart}
          />
        ))}
        {now !== null && (
          <Needle at={placeOf(now, axis)} text={rest.withTime ? m["line.now"](clockTime(now, m.lang)) : null} />
        )}
      </div>
      <Ticks ticks={ticks} axis={axis} width={width} />
      <Parts id={listId} texts={parts.map((part) => partLabel(part, named))} />
    </div>
  );
}

function Parts({ id, texts }: { id: string; texts: readonly string[] }) {
  return (
    <ul id={id} className="td-hidden">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

interface LookContext {
  readonly projects: ProjectsById;
  readonly striped: ReadonlySet<string>;
  readonly height: number;
  readonly width: number;
  readonly m: Message;
}

function Part({ placed, look, onPart }: { placed: PlacedPart; look: LookContext; onPart: DayLineProps["onPart"] }) {
  const { part, left, width } = placed;
  const project = part.project === null ? undefined : look.projects.get(part.project);
  const place = { left: `${(left / look.width) * 100}%`, width: `${(width / look.width) * 100}%` };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the finger; the same facts stand in the list
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same facts stand in the list
    <div
      className="td-line-part"
      data-look={part.isOther ? "other" : part.look}
      data-striped={(project && look.striped.has(project.id)) || undefined}
      style={{ ...place, ...(project ? slotStyle(project.color) : {}) }}
      onClick={onPart && part.look !== "break" ? () => onPart(part) : undefined}
    >
      <Inside part={part} mark={project?.mark} wide={width} look={look} />
    </div>
  );
}

const roomForMark = 26;

function Inside({
  part,
  mark,
  wide,
  look,
}: {
  part: DrawnPart;
  mark: string | undefined;
  wide: number;
  look: LookContext;
}) {
  if (part.look === "break") return look.height >= 26 && wide >= 22 ? <Icon name="bowl" size="1.125rem" /> : null;
  if (wide < roomForMark || part.look === "uncounted" || look.height < 20) return null;
  if (part.look === "leave") return <span>{wide >= 40 ? look.m["line.leave"] : ""}</span>;
  if (part.look === "unassigned") return <span>?</span>;
  return <span>{mark}</span>;
}

function Needle({ at, text }: { at: number; text: string | null }) {
  return (
    <div className="td-line-now" style={{ left: `${at}%` }}>
      {text !== null && (
        <span className="td-line-time" data-edge={at < 15 ? "start" : at > 85 ? "end" : undefined}>
          {text}
        </span>
      )}
    </div>
  );
}

const roomForTick = 26;

function Ticks({ ticks, axis, width }: { ticks: readonly Minutes[]; axis: Interval; width: number }) {
  if (ticks.length === 0) return null;
  const shown: { minute: Minutes; at: number }[] = [];
  for (const minute of ticks) {
    const at = placeOf(minute, axis);
    const last = shown[shown.length - 1];
    if (last === undefined || ((at - last.at) / 100) * width >= roomForTick) shown.push({ minute, at });
  }
  return (
    <div className="td-line-ticks" aria-hidden="true">
      {shown.map(({ minute, at }) => (
        <span
          key={minute}
          className="td-line-tick"
          style={{ left: `${at}%` }}
          data-edge={at < 3 ? "start" : at > 97 ? "end" : undefined}
        >
          {axisTime(minute)}
        </span>
      ))}
    </div>
  );
}

function projectsIn(parts: readonly DrawnPart[], projects: ProjectsById) {
  return [...new Set(parts.map(({ project }) => project))].flatMap((id) =>
    id === null ? [] : (projects.get(id) ?? []),
  );
}
