import { useState } from "react";
import { Icon } from "../../../ui/icon.tsx";
import { useWords } from "./words.ts";

/** A value to be put into DingTalk's console, with a button that copies it. */
export function CopyBox({ label, value }: { label: string; value: string }) {
  const m = useWords();
  const [state, setState] = useState<"idle" | "copied" | "failed">("idle");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setState("copied");
    } catch {
      setState("failed");
    }
  };
  return (
    <div>
      <div className="connection-copy">
        <span className="td-hidden">{label}</span>
        <code>{value}</code>
        <button type="button" onClick={() => void copy()}>
          <Icon name={state === "copied" ? "check" : "copy"} strong />
          <span>{m[state === "copied" ? "connection.copied" : "connection.copy"]}</span>
          <span className="td-hidden">{label}</span>
        </button>
      </div>
      <p className="td-small td-second" role="status">
        {state === "failed" && m["connection.copyByHand"]}
      </p>
    </div>
  );
}
