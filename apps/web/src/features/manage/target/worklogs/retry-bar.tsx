import { useQuery } from "@tanstack/react-query";
import { thousands } from "../../../../money.ts";
import { useOnline } from "../../../../online.ts";
import { Button } from "../../../../ui/button.tsx";
import { MutationState } from "../../mutation-state.tsx";
import { dueQuery } from "../queries.ts";
import { sumsOf } from "../sums.ts";
import { whyNot } from "../words.ts";
import type { useRetry } from "./queries.ts";
import { usePushWords } from "./words.ts";

/** Tries everything again that did not arrive, whatever the month; and how many were queued. */
export function RetryBar({ target, retry }: { target: string; retry: ReturnType<typeof useRetry> }) {
  const m = usePushWords();
  const isOnline = useOnline();
  const all = useQuery(dueQuery(target)).data;
  const failed = sumsOf(all?.totals ?? []).failed.count;
  const retried = retry.data?.worklogs;
  return (
    <>
      {failed > 1 && (
        <div>
          <Button
            kind="tint"
            icon="refresh"
            disabled={!isOnline || retry.isPending}
            onClick={() => retry.mutate({ all: true })}
          >
            {m["push.retryAll"](thousands(failed))}
          </Button>
        </div>
      )}
      {!isOnline && <p className="td-small form-fault">{m["push.offline"]}</p>}
      <MutationState {...retry} why={(error) => whyNot(m, error)} />
      {retried !== undefined && (
        <p className="td-small td-second" role="status">
          {retried === 0 ? m["push.retriedNone"] : m["push.retried"](thousands(retried))}
        </p>
      )}
    </>
  );
}
