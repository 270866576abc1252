import type { Minutes } from "@today/core/time/minutes";
import { type CSSProperties, type KeyboardEvent, type PointerEvent, useRef } from "react";
import { vibrate } from "../../dingtalk.ts";
import { clockTime } from "../../format.ts";
import { Icon } from "../../ui/icon.tsx";
import type { PlacedHandle } from "./column-layout.ts";
import { useWords } from "./words.ts";
import "./border-handle.css";

/** How far a border may go, as minutes of the line. */
export interface Reach {
  readonly min: Minutes;
  readonly max: Minutes;
}

interface BorderHandleProps {
  readonly index: number;
  readonly at: Minutes;
  readonly reach: Reach;
  readonly placed: PlacedHandle;
  /** How far below the top, in rem. */
  readonly depth: number;
  readonly isSelected: boolean;
  /** `上段 管廊二期B标 2 小时 20 分，下段 …` */
  readonly valueText: string;
  /** Pixels of a minute on the screen, asked when a finger comes down. */
  readonly minutePx: () => number;
  readonly onSelect: () => void;
  /** Answers whether the border went no further because its neighbour is there. */
  readonly onDrag: (clock: number) => boolean;
  readonly onStep: (to: Minutes) => void;
}

interface Grip {
  readonly y: number;
  readonly clock: Minutes;
  readonly minutePx: number;
  isBlocked: boolean;
}

/** A border between two parts: dragged by its clock time, or moved with the keys of a slider. */
export function BorderHandle({ placed, depth, isSelected, onSelect, ...border }: BorderHandleProps) {
  const m = useWords();
  const grip = useGrip(placed.clock, border);
  const style = { top: `${depth}rem`, left: `${((placed.lane + 0.5) / placed.lanes) * 100}%` } as CSSProperties;
  return (
    <div
      className="td-border"
      style={style}
      data-selected={isSelected || undefined}
      data-lanes={Math.min(3, placed.lanes)}
      role="slider"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={m["split.border"](border.index + 1)}
      aria-valuemin={border.reach.min}
      aria-valuemax={border.reach.max}
      aria-valuenow={border.at}
      aria-valuetext={border.valueText}
      onFocus={onSelect}
      onPointerDown={(event) => {
        onSelect();
        grip.take(event);
      }}
      onPointerMove={grip.pull}
      onPointerUp={grip.release}
      onPointerCancel={grip.release}
      onKeyDown={(event) => {
        const to = keyTarget(event, border);
        if (to !== null) border.onStep(to);
      }}
    >
      <span className="td-border-pill">
        <Icon name="handle" size="1.125rem" strong />
        {clockTime(placed.clock, m.lang)}
      </span>
    </div>
  );
}

type Border = Pick<BorderHandleProps, "at" | "reach" | "minutePx" | "onDrag">;

function useGrip(clock: Minutes, { minutePx, onDrag }: Border) {
  const held = useRef<Grip | null>(null);
  return {
    take: (event: PointerEvent) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      held.current = { y: event.clientY, clock, minutePx: minutePx(), isBlocked: false };
    },
    pull: (event: PointerEvent) => {
      const grip = held.current;
      if (grip === null || event.clientY === grip.y) return;
      const isBlocked = onDrag(grip.clock + (event.clientY - grip.y) / grip.minutePx);
      if (isBlocked && !grip.isBlocked) void vibrate();
      grip.isBlocked = isBlocked;
    },
    release: () => {
      held.current = null;
    },
  };
}

// Later is further down, as on the screen.
const steps: Readonly<Record<string, Minutes>> = {
  ArrowUp: -1,
  ArrowLeft: -1,
  ArrowDown: 1,
  ArrowRight: 1,
  PageUp: -15,
  PageDown: 15,
};

function keyTarget(event: KeyboardEvent, { at, reach }: Border): Minutes | null {
  const step = steps[event.key];
  const to = event.key === "Home" ? reach.min : event.key === "End" ? reach.max : step === undefined ? null : at + step;
  if (to !== null) event.preventDefault();
  return to;
}
