import { Icon } from "../../../ui/icon.tsx";
import { besides } from "../month-range.ts";
import { usePushWords } from "./worklogs/words.ts";

interface MonthStepsProps {
  /** `2026-09`; null for every month. */
  readonly month: string | null;
  /** Where stepping begins while no month is chosen. */
  readonly now: string;
  readonly onChange: (month: string) => void;
}

/** Which month is shown, and the ways to those beside it. */
export function MonthSteps({ month, now, onChange }: MonthStepsProps) {
  const m = usePushWords();
  const step = (by: -1 | 1) => onChange(month === null ? now : monthBeside(month, by));
  return (
    <div className="target-months">
      <button type="button" className="td-plain" onClick={() => step(-1)}>
        <Icon name="left" />
        <span className="td-hidden">{m["push.before"]}</span>
      </button>
      <h2 aria-live="polite">{month === null ? m["push.anyMonth"] : m["push.month"](...yearAndMonth(month))}</h2>
      <button type="button" className="td-plain" onClick={() => step(1)}>
        <Icon name="right" />
        <span className="td-hidden">{m["push.after"]}</span>
      </button>
    </div>
  );
}

function monthBeside(month: string, step: -1 | 1): string {
  return besides({ kind: "month", from: month, to: month }, step).from;
}

function yearAndMonth(month: string): [year: number, month: number] {
  return [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
}
