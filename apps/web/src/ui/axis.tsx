import type { Interval } from "@today/core/time/interval";
import { axisTime } from "../format.ts";
import { placeOf } from "./line-layout.ts";
import { hourTicks } from "./shared-axis.ts";
import "./axis.css";

/** The hours above several lines on one axis. */
export function Axis({ axis }: { axis: Interval }) {
  return (
    <div className="td-axis" aria-hidden="true">
      {hourTicks(axis).map((minute) => (
        <span key={minute} style={{ left: `${placeOf(minute, axis)}%` }} data-edge={edgeOf(minute, axis)}>
          {axisTime(minute)}
        </span>
      ))}
    </div>
  );
}

function edgeOf(minute: number, { start, end }: Interval): "start" | "end" | undefined {
  if (minute === start) return "start";
  return minute === end ? "end" : undefined;
}
