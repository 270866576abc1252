import type { DayDetail } from "../../api.ts";
import { duration } from "../../format.ts";
import { Icon } from "../../ui/icon.tsx";
import { useWords, type Words } from "./words.ts";

/** What was booked later because the day is closed: `原 8h00 → 调整 +0h30，记在 10 月`. */
export function AdjustmentList({ detail: { workday, adjustments } }: { detail: DayDetail }) {
  const m = useWords();
  if (adjustments.length === 0) return null;
  return (
    <section className="td-card hours-asked" aria-label={m["correct.adjustments"]}>
      {adjustments.map(({ at, bookedOn, counted }) => (
        <p key={`${at}${bookedOn}${counted}`} className="hours-ask">
          <Icon name="calendar" />
          <span>{m["correct.adjustment"](duration(workday.counted), signed(counted), monthText(m, bookedOn))}</span>
        </p>
      ))}
    </section>
  );
}

/** `+0h30`, `−1h00`. */
export function signed(minutes: number): string {
  return minutes < 0 ? duration(minutes) : `+${duration(minutes)}`;
}

/** `10 月` of `2026-10-05` or `2026-10`. */
export function monthText(m: Words, date: string): string {
  return m["correct.month"](Number(date.slice(5, 7)));
}
