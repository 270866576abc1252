import { useOnline } from "../../../../online.ts";
import { Button } from "../../../../ui/button.tsx";
import { Icon } from "../../../../ui/icon.tsx";
import { testText } from "./hook-text.ts";
import { useTestHook } from "./queries.ts";
import { useWords, whyNot } from "./words.ts";

/** Sends a test now, and tells what came back. */
export function TestButton({ hook }: { hook: string }) {
  const m = useWords();
  const isOnline = useOnline();
  const { data, error, isPending, mutate } = useTestHook(hook);
  const isGood = data?.delivered === true;
  return (
    <>
      <Button block kind="tint" disabled={!isOnline || isPending} onClick={() => mutate(undefined)}>
        {m[isPending ? "hook.testing" : "hook.test"]}
      </Button>
      <p role="status" className="hooks-answer" data-good={isGood || undefined}>
        {data !== undefined && <Icon name={isGood ? "check-circle" : "alert"} strong />}
        {data !== undefined && <span>{testText(m, data)}</span>}
        {error !== null && <span>{whyNot(m, error)}</span>}
      </p>
    </>
  );
}
