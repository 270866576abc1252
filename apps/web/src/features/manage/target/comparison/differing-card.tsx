import type { Comparison } from "../../../../api.ts";
import { useOnline } from "../../../../online.ts";
import { Button } from "../../../../ui/button.tsx";
import { MutationState } from "../../mutation-state.tsx";
import { differingOf, hasMoreDiffering, mendsOf } from "./comparing.ts";
import { DifferingList } from "./differing-list.tsx";
import type { useMend } from "./queries.ts";
import { isRunning } from "./run-progress.ts";
import { useComparisonWords, whyNotCompared } from "./words.ts";

interface DifferingCardProps {
  readonly of: Comparison;
  readonly pages: readonly Comparison[];
  readonly mayMend: boolean;
  readonly mend: ReturnType<typeof useMend>;
  readonly onMendAll: () => void;
  readonly onMore: (() => void) | null;
}

/** What differs in a month and mending it, one by one or all; nothing where both sides agree and everything arrived. */
export function DifferingCard({ of, pages, mayMend, mend, onMendAll, onMore }: DifferingCardProps) {
  const m = useComparisonWords();
  const isOnline = useOnline();
  const rows = differingOf(pages);
  if (rows.length === 0 && mendsOf(of).length === 0) return null;
  const isOn = of.target.state === "on";
  const isFree = isOnline && !mend.isPending && !isRunning(of.run);
  return (
    <section className="comparison-differing" aria-labelledby="comparison-list">
      <div className="td-row">
        <h2 id="comparison-list" className="target-sub">
          {m["comparison.list"]}
        </h2>
        {mayMend && isOn && (
          <Button kind="primary" disabled={!isFree} onClick={onMendAll}>
            {m["comparison.mendAll"]}
          </Button>
        )}
      </div>
      {mayMend && !isOn && <p className="td-small form-fault">{m["comparison.paused"]}</p>}
      <MutationState {...mend} why={(error) => whyNotCompared(m, error)} />
      {rows.length > 0 && (
        <DifferingList
          rows={rows}
          mending={{ isOffered: mayMend && isOn, isFree }}
          onMend={(key) => mend.mutate({ keys: [key] })}
          onMore={hasMoreDiffering(pages) ? onMore : null}
        />
      )}
    </section>
  );
}
