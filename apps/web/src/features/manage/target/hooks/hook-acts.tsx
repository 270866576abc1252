import { useState } from "react";
import type { Hook, HookSecret } from "../../../../api.ts";
import { useOnline } from "../../../../online.ts";
import { goTo, hashOf } from "../../../../route.ts";
import { Button } from "../../../../ui/button.tsx";
import { Sheet } from "../../../../ui/sheet.tsx";
import { MutationState } from "../../mutation-state.tsx";
import { useChangeHook, useRemoveHook, useRotateSecret } from "./queries.ts";
import { SecretOnce } from "./secret-once.tsx";
import { Sure } from "./sure.tsx";
import { useWords, whyNot } from "./words.ts";

interface HookActsProps {
  readonly hook: Hook;
  readonly onEdit: () => void;
}

/** What is done with a hook: pause or resume, change, another secret, remove; the last two after a question. */
export function HookActs({ hook, onEdit }: HookActsProps) {
  const m = useWords();
  const isOnline = useOnline();
  const [asking, setAsking] = useState<"rotate" | "remove" | null>(null);
  const change = useChangeHook(hook.id);
  const next = hook.state === "paused" || hook.state === "gone" ? "on" : "paused";
  const isOver = hook.problem === "key-ended";
  const turn = () => change.mutate({ version: hook.version, state: next });
  const ask = (what: "rotate" | "remove") => () => setAsking(what);
  return (
    <>
      <div className="hooks-acts">
        {!isOver && (
          <Button disabled={!isOnline || change.isPending} onClick={turn}>
            {m[next === "on" ? "hook.resume" : "hook.pause"]}
          </Button>
        )}
        {!isOver && (
          <Button disabled={!isOnline} onClick={onEdit}>
            {m["hook.edit"]}
          </Button>
        )}
        {!isOver && hook.kind !== "ifttt" && (
          <Button disabled={!isOnline} onClick={ask("rotate")}>
            {m["hook.rotate"]}
          </Button>
        )}
        <Button disabled={!isOnline} onClick={ask("remove")}>
          {m["hook.remove"]}
        </Button>
      </div>
      <MutationState {...change} why={(error) => whyNot(m, error)} />
      {!isOnline && <p className="td-small form-fault">{m["hook.offline"]}</p>}
      <Rotating hook={hook} isAsking={asking === "rotate"} onOver={() => setAsking(null)} />
      {asking === "remove" && <Removing hook={hook} onKeep={() => setAsking(null)} />}
    </>
  );
}

interface RotatingProps {
  readonly hook: Hook;
  readonly isAsking: boolean;
  readonly onOver: () => void;
}

function Rotating({ hook, isAsking, onOver }: RotatingProps) {
  const m = useWords();
  const rotate = useRotateSecret(hook.id);
  const [made, setMade] = useState<HookSecret | null>(null);
  const close = () => {
    setMade(null);
    rotate.reset();
    onOver();
  };
  return (
    <>
      {isAsking && made === null && (
        <Sure
          text={m["hook.rotateSure"]}
          yes={m["hook.rotateNow"]}
          doing={rotate}
          onYes={() => rotate.mutate(undefined, { onSuccess: setMade })}
          onNo={close}
        />
      )}
      <Sheet isOpen={made !== null} title={m["hook.made"](hook.name)} onClose={close}>
        {made !== null && <SecretOnce {...made} onDone={close} />}
      </Sheet>
    </>
  );
}

function Removing({ hook, onKeep }: { hook: Hook; onKeep: () => void }) {
  const m = useWords();
  const remove = useRemoveHook(hook.id, () => goTo(hashOf("manage", "target", "hooks"), { replace: true }));
  return (
    <Sure
      text={m["hook.removeSure"](hook.name)}
      yes={m["hook.removeNow"]}
      doing={remove}
      onYes={() => remove.mutate(undefined)}
      onNo={onKeep}
    />
  );
}
