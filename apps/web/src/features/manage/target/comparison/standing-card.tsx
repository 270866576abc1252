import type { Comparison } from "../../../../api.ts";
import { duration } from "../../../../format.ts";
import { thousands } from "../../../../money.ts";
import { useOnline } from "../../../../online.ts";
import { Button } from "../../../../ui/button.tsx";
import { Icon } from "../../../../ui/icon.tsx";
import { MutationState } from "../../mutation-state.tsx";
import { MonthSteps } from "../month-steps.tsx";
import { totalOf, verdictOf } from "./comparing.ts";
import type { useCompare } from "./queries.ts";
import { RunLine } from "./run-line.tsx";
import { isRunning } from "./run-progress.ts";
import { type ComparisonWords, useComparisonWords, whyNotCompared } from "./words.ts";

interface StandingCardProps {
  readonly of: Comparison;
  /** `2026-09`, this month. */
  readonly now: string;
  /** Null for those who only look. */
  readonly compare: ReturnType<typeof useCompare> | null;
  readonly onMonth: (month: string) => void;
}

/** A month in one sentence, when that was read, and reading again. */
export function StandingCard({ of, now, compare, onMonth }: StandingCardProps) {
  const m = useComparisonWords();
  const isOnline = useOnline();
  const verdict = verdictOf(of);
  return (
    <section className="td-card comparison-standing" aria-labelledby="comparison-verdict">
      <MonthSteps month={of.month} now={now} onChange={onMonth} />
      <p id="comparison-verdict" className="comparison-verdict" data-verdict={verdict}>
        {verdict === "same" && <Icon name="check-circle" />}
        <span>{sentenceOf(m, of)}</span>
      </p>
      <RunLine of={of} />
      {compare === null ? (
        <p className="td-small td-second">{m["comparison.readerOnly"]}</p>
      ) : (
        <>
          {!isOnline && <p className="td-small form-fault">{m["comparison.offline"]}</p>}
          <MutationState {...compare} why={(error) => whyNotCompared(m, error)} />
          <div>
            <Button
              kind={verdict === "never" || verdict === "unread" ? "primary" : "outline"}
              icon="refresh"
              disabled={!isOnline || compare.isPending || isRunning(of.run)}
              onClick={() => compare.mutate()}
            >
              {m[of.readAt === null ? "comparison.read" : "comparison.readAgain"]}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

function sentenceOf(m: ComparisonWords, of: Comparison): string {
  const { ours, unread, differing } = totalOf(of.projects);
  const verdict = verdictOf(of);
  if (verdict === "never") return m["comparison.never"];
  if (verdict === "differs") return m["comparison.differ"](thousands(differing));
  if (verdict === "unread") return m["comparison.unread"](duration(unread));
  return verdict === "same" ? m["comparison.same"](duration(ours)) : m["comparison.sameNone"];
}
