import { useEffect, useState } from "react";
import { useMessage } from "../message.ts";
import { Icon } from "./icon.tsx";
import "./save-state.css";

/** How a change is doing. `at` is a clock time, `why` a sentence. */
export type Saving =
  | { readonly state: "saving" }
  | { readonly state: "saved"; readonly at: string }
  | { readonly state: "waiting" }
  | { readonly state: "failed"; readonly why?: string; readonly onRetry?: () => void };

const patience = 300;

/** Stands at the thing that changed; 正在保存 only appears when it takes longer than 300 ms. */
export function SaveState({ of }: { of: Saving }) {
  const isLate = useLate(of.state === "saving");
  return (
    <span className="td-save" data-state={of.state} role="status">
      {of.state !== "saving" || isLate ? <Words of={of} /> : null}
    </span>
  );
}

function Words({ of }: { of: Saving }) {
  const m = useMessage();
  if (of.state === "saving") return <span>{m["save.saving"]}</span>;
  if (of.state === "saved") return <WithIcon icon="check-circle">{m["save.saved"](of.at)}</WithIcon>;
  if (of.state === "waiting") return <WithIcon icon="clock">{m["save.waiting"]}</WithIcon>;
  const text = of.why === undefined ? m["save.failed"] : m["save.failedWhy"](of.why);
  if (of.onRetry === undefined) return <WithIcon icon="close">{text}</WithIcon>;
  return (
    <button type="button" className="td-plain td-save-retry" onClick={of.onRetry}>
      <WithIcon icon="close">{text}</WithIcon>
    </button>
  );
}

function WithIcon({ icon, children }: { icon: "check-circle" | "clock" | "close"; children: string }) {
  return (
    <>
      <Icon name={icon} strong />
      <span>{children}</span>
    </>
  );
}

function useLate(isRunning: boolean): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!isRunning) return setLate(false);
    const timer = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(timer);
  }, [isRunning]);
  return isLate;
}
