import type { Minutes } from "@today/core/time/minutes";
import type { OvertimeMonth } from "../../../api.ts";
import { scaleOf } from "./overtime-bar-scale.ts";

/** A month's overtime as a line: full what was done, dashed what it may come to, ticks where one is warned. */
export function OvertimeBar({ of, whole }: { of: OvertimeMonth; whole: Minutes }) {
  const { done, forecast, marks } = scaleOf(of, whole);
  const at = (share: number) => `${share * 100}%`;
  return (
    <span className="overtime-bar" data-near={of.level !== null || undefined} aria-hidden="true">
      {forecast > done && <span className="overtime-ahead" style={{ width: at(forecast) }} />}
      <span className="overtime-done" style={{ width: at(done) }} />
      {marks.map((mark) => (
        <span
          key={mark}
          className="overtime-mark"
          data-limit={mark === of.limit / whole || undefined}
          style={{ left: at(mark) }}
        />
      ))}
    </span>
  );
}
