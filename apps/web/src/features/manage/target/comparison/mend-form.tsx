import type { Comparison } from "../../../../api.ts";
import { thousands } from "../../../../money.ts";
import { useOnline } from "../../../../online.ts";
import { Button } from "../../../../ui/button.tsx";
import { MutationState } from "../../mutation-state.tsx";
import { mendsOf } from "./comparing.ts";
import type { useMend } from "./queries.ts";
import { isRunning } from "./run-progress.ts";
import { useComparisonWords, whyNotCompared } from "./words.ts";

interface MendFormProps {
  readonly of: Comparison;
  readonly mend: ReturnType<typeof useMend>;
  readonly onMend: () => void;
}

/** What mending all will do there, before it is done. */
export function MendForm({ of, mend, onMend }: MendFormProps) {
  const m = useComparisonWords();
  const isOnline = useOnline();
  return (
    <div className="form">
      <ul className="push-will">
        {mendsOf(of).map(({ way, count }) => (
          <li key={way}>{m[`comparison.will.${way}`](thousands(count))}</li>
        ))}
      </ul>
      <p className="td-small td-second">{m["comparison.will.others"]}</p>
      {!isOnline && <p className="td-small form-fault">{m["comparison.offline"]}</p>}
      <MutationState {...mend} why={(error) => whyNotCompared(m, error)} />
      <Button block kind="primary" disabled={!isOnline || mend.isPending || isRunning(of.run)} onClick={onMend}>
        {m["comparison.mendStart"]}
      </Button>
    </div>
  );
}
