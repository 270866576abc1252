import type { Target } from "../../../../api.ts";
import { duration } from "../../../../format.ts";
import { thousands } from "../../../../money.ts";
import { useOnline } from "../../../../online.ts";
import { Button } from "../../../../ui/button.tsx";
import { MutationState } from "../../mutation-state.tsx";
import type { Sum, Sums } from "../sums.ts";
import { whyNot } from "../words.ts";
import type { usePush } from "./queries.ts";
import { usePushWords } from "./words.ts";

interface PushFormProps {
  readonly target: Target;
  readonly sums: Sums;
  readonly push: ReturnType<typeof usePush>;
}

/** What sending at once will do, before it is done. */
export function PushForm({ target, sums, push }: PushFormProps) {
  const m = usePushWords();
  const isOnline = useOnline();
  if (push.data !== undefined) {
    const { worklogs } = push.data;
    return <p role="status">{worklogs === 0 ? m["push.none.due"] : m["push.nowStarted"](thousands(worklogs))}</p>;
  }
  const held = sums.waiting.reduce(plus, { count: 0, minutes: 0 });
  return (
    <div className="form">
      {sums.due.count === 0 && <p>{m["push.none.due"]}</p>}
      <ul className="push-will">
        <Will sum={sums.due} does={m["push.nowSends"](target.name)} />
        <Will sum={held} does={m["push.nowWaits"]} />
        <Will sum={sums.failed} does={m["push.nowFailed"]} />
      </ul>
      <p className="td-small td-second">{m["push.nowAgain"]}</p>
      {!isOnline && <p className="td-small form-fault">{m["push.offline"]}</p>}
      <MutationState {...push} why={(error) => whyNot(m, error)} />
      <Button
        block
        kind="primary"
        disabled={!isOnline || push.isPending || sums.due.count === 0}
        onClick={() => push.mutate()}
      >
        {sums.due.count === 0 ? m["push.now"] : m["push.nowStart"](thousands(sums.due.count))}
      </Button>
    </div>
  );
}

function Will({ sum: { count, minutes }, does }: { sum: Sum; does: string }) {
  const m = usePushWords();
  if (count === 0) return null;
  return (
    <li>
      <b>{m["push.hours"](thousands(count), duration(minutes))}</b> <span className="td-second">{does}</span>
    </li>
  );
}

function plus(a: Sum, { count, minutes }: Sum): Sum {
  return { count: a.count + count, minutes: a.minutes + minutes };
}
