import type { Target } from "../../../api.ts";
import { targetApi } from "../../../api-target.ts";
import { thousands } from "../../../money.ts";
import { useOnline } from "../../../online.ts";
import { Button } from "../../../ui/button.tsx";
import { fullDate, instantText } from "../date-text.ts";
import { MutationState } from "../mutation-state.tsx";
import { useAct, useChange } from "./queries.ts";
import { useWords, whyNot } from "./words.ts";

/** Starts, pauses, and sends at once. */
export function PushingCard({ target }: { target: Target }) {
  return target.state === "on" ? <WhileOn target={target} /> : <WhilePaused target={target} />;
}

function WhilePaused({ target }: { target: Target }) {
  const m = useWords();
  const isOnline = useOnline();
  const change = useChange(target.id);
  return (
    <div className="target-start">
      <MutationState {...change} why={(error) => whyNot(m, error)} />
      {!isOnline && <p className="td-small form-fault">{m["target.offline"]}</p>}
      <Button
        block
        tall
        kind="primary"
        disabled={!isOnline || change.isPending}
        onClick={() => change.mutate({ version: target.version, state: "on" })}
      >
        {m[target.pushedAt === null ? "target.start" : "target.resume"]}
      </Button>
      <p className="td-small td-second">{m["target.startNote"](fullDate(target.startsOn, m.lang))}</p>
    </div>
  );
}

function WhileOn({ target }: { target: Target }) {
  const m = useWords();
  const isOnline = useOnline();
  const change = useChange(target.id);
  const push = useAct(target.id, targetApi.pushNow);
  const pause = () => change.mutate({ version: target.version, state: "paused" });
  const { pushedAt, quietUntil } = target;
  return (
    <section className="td-card target-card-list" aria-label={m["target.stand.on"]}>
      <p className="td-small td-second">
        {pushedAt === null ? m["target.neverPushed"] : m["target.pushedAt"](instantText(pushedAt))}
      </p>
      {quietUntil !== null && <p className="td-small form-fault">{m["target.quiet"](instantText(quietUntil))}</p>}
      <MutationState {...push} why={(error) => whyNot(m, error)} />
      {push.data !== undefined && (
        <p className="td-small td-second" role="status">
          {push.data.worklogs === 0 ? m["target.pushedNone"] : m["target.pushing"](thousands(push.data.worklogs))}
        </p>
      )}
      <MutationState {...change} why={(error) => whyNot(m, error)} />
      {!isOnline && <p className="td-small form-fault">{m["target.offline"]}</p>}
      <div className="target-acts">
        <Button
          kind="primary"
          disabled={!isOnline || push.isPending || target.problem !== null}
          onClick={() => push.mutate()}
        >
          {m["target.pushNow"]}
        </Button>
        <Button disabled={!isOnline || change.isPending} onClick={pause}>
          {m["target.pause"]}
        </Button>
      </div>
      <p className="td-small td-weak">{m["target.pauseNote"]}</p>
    </section>
  );
}
