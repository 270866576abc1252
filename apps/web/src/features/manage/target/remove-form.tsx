import { useQuery } from "@tanstack/react-query";
import type { Target } from "../../../api.ts";
import { targetApi } from "../../../api-target.ts";
import { duration } from "../../../format.ts";
import { thousands } from "../../../money.ts";
import { useOnline } from "../../../online.ts";
import { goTo, hashOf } from "../../../route.ts";
import { Button } from "../../../ui/button.tsx";
import { MutationState } from "../mutation-state.tsx";
import { dueQuery, useAct } from "./queries.ts";
import { sumsOf } from "./sums.ts";
import { useWords, whyNot } from "./words.ts";
import "../form.css";

/** Parts with a target after a question that says what stays there and what ends. */
export function RemoveForm({ target, onKeep }: { target: Target; onKeep: () => void }) {
  const m = useWords();
  const isOnline = useOnline();
  const due = useQuery(dueQuery(target.id)).data;
  const remove = useAct(target.id, targetApi.remove, () => goTo(hashOf("manage", "target"), { replace: true }));
  const there = due === undefined ? null : sumsOf(due.totals).there;
  return (
    <div className="form">
      <p>
        <b>
          {there === null || there.count === 0
            ? m["target.remove.staysNone"]
            : m["target.remove.stays"](thousands(there.count), duration(there.minutes))}
        </b>
      </p>
      <p>{m["target.remove.ends"]}</p>
      <p className="td-second">{m["target.remove.here"]}</p>
      <div className="form-foot">
        <MutationState {...remove} why={(error) => whyNot(m, error)} />
        {!isOnline && <p className="td-small form-fault">{m["target.offline"]}</p>}
        <Button block disabled={!isOnline || remove.isPending || there === null} onClick={() => remove.mutate()}>
          {m["target.remove.now"]}
        </Button>
        <Button block kind="tint" onClick={onKeep}>
          {m["target.remove.keep"]}
        </Button>
      </div>
    </div>
  );
}
