import type { Target } from "../../../api.ts";
import { targetApi } from "../../../api-target.ts";
import { useOnline } from "../../../online.ts";
import { problemText } from "../../../target-problem.ts";
import { Button } from "../../../ui/button.tsx";
import { instantText } from "../date-text.ts";
import { MutationState } from "../mutation-state.tsx";
import { ProblemCode } from "./problem-code.tsx";
import { useAct } from "./queries.ts";
import { useWords, whyNot } from "./words.ts";

/** Why nothing can be sent at all, since when, and what mends it. */
export function ProblemCard({ target, onSettings }: { target: Target; onSettings: () => void }) {
  const m = useWords();
  const isOnline = useOnline();
  const check = useAct(target.id, targetApi.check);
  const { problem, problemAt } = target;
  if (problem === null) return null;
  return (
    <section className="td-card target-broken" aria-label={m["target.stand.broken"]}>
      <p>
        <b>{problemText(m, problem)}</b>
      </p>
      {problemAt !== null && <p className="td-small td-second">{m["target.problem.since"](instantText(problemAt))}</p>}
      <MutationState {...check} why={(error) => whyNot(m, error)} />
      {check.data?.works === false && (
        <p className="td-small form-fault" role="status">
          {problemText(m, check.data.problem ?? problem)}
        </p>
      )}
      <div className="target-acts">
        <Button kind="primary" disabled={!isOnline || check.isPending} onClick={() => check.mutate()}>
          {m[check.isPending ? "target.trying" : "target.checkAgain"]}
        </Button>
        <Button onClick={onSettings}>{m["target.newSecret"]}</Button>
      </div>
      <ProblemCode code={problem} />
    </section>
  );
}
