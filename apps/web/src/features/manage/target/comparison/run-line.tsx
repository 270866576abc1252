import type { Comparison } from "../../../../api.ts";
import { longDate } from "../../../../format.ts";
import { thousands } from "../../../../money.ts";
import { problemText } from "../../../../target-problem.ts";
import { progressOf, progressTexts } from "./run-progress.ts";
import { type ComparisonWords, useComparisonWords } from "./words.ts";

/** When a month was read, and how far the reading is that is under way. */
export function RunLine({ of: { run, readAt, month } }: { of: Pick<Comparison, "run" | "readAt" | "month"> }) {
  const m = useComparisonWords();
  if (run?.state === "running") return <Running m={m} run={run} month={month} />;
  const { placesUnread: unread = 0 } = run?.month === month ? run.counts : {};
  return (
    <div className="td-small td-second" role="status">
      {readAt !== null && <p>{m["comparison.readAt"](longDate(readAt.slice(0, 10), m.lang), readAt.slice(11, 16))}</p>}
      {run?.state === "failed" && run.month === month && (
        <p className="form-fault">{m["comparison.failed"](problemText(m, run.problem ?? "other"))}</p>
      )}
      {unread > 0 && <p className="form-fault">{m["comparison.aside"](thousands(unread))}</p>}
    </div>
  );
}

interface RunningProps {
  readonly m: ComparisonWords;
  readonly run: NonNullable<Comparison["run"]>;
  readonly month: string;
}

function Running({ m, run, month }: RunningProps) {
  const isOther = run.month !== null && run.month !== month;
  const part = progressOf(run);
  return (
    <div className="comparison-running" role="status">
      <p>{isOther ? m["comparison.otherMonth"](monthName(m, run.month ?? month)) : m["comparison.running"]}</p>
      <progress aria-label={m["comparison.running"]} {...(part === null ? {} : { value: part, max: 1 })} />
      <p className="td-small td-second">{progressTexts(m, run).join(" · ")}</p>
    </div>
  );
}

function monthName(m: ComparisonWords, month: string): string {
  return m["push.month"](Number(month.slice(0, 4)), Number(month.slice(5, 7)));
}
