import { useQuery } from "@tanstack/react-query";
import type { SyncRunDetail } from "../../../api.ts";
import { thousands } from "../../../money.ts";
import { Answered } from "../../../ui/answered.tsx";
import { Button } from "../../../ui/button.tsx";
import { MutationState } from "../mutation-state.tsx";
import { runQuery, useRetryRun } from "./queries.ts";
import { countsText, rangeText, runProblemText, whenText } from "./run-text.ts";
import { useWords, whyNot, wordOf } from "./words.ts";

/** One pull: what came of it, its batches, and a way to do again what failed. */
export function RunPart({ id }: { id: string }) {
  const query = useQuery(runQuery(id));
  return (
    <Answered query={query} skeleton={[6, 3, 3, 3]}>
      {(detail) => <Run detail={detail} />}
    </Answered>
  );
}

function Run({ detail: { run, batches } }: { detail: SyncRunDetail }) {
  const m = useWords();
  const again = useRetryRun();
  const mayRetry = run.state === "failed" || run.state === "quota";
  return (
    <>
      <section className="td-card connection-card">
        <h2 className="connection-sub">{wordOf(m, "link.kind.", run.kind, "other")}</h2>
        <p>{[m[`link.state.${run.state}`], m["link.batches"](run.batches.done, run.batches.total)].join(" · ")}</p>
        <p className="td-second">
          {[[whenText(run.startedAt), run.finishedAt?.slice(11, 16)].filter(Boolean).join("–"), rangeText(m, run)]
            .filter(Boolean)
            .join(" · ")}
        </p>
        <p className="td-second">{countsText(m, run)}</p>
        {run.problem !== null && <p className="connection-problem">{runProblemText(m, run.problem)}</p>}
        {mayRetry && (
          <Button kind="primary" block disabled={again.isPending} onClick={() => again.mutate(run.id)}>
            {m["link.retryRun"]}
          </Button>
        )}
        <MutationState isPending={again.isPending} error={again.error} why={(error) => whyNot(m, error)} />
        {again.isSuccess && <p role="status">{m["link.retried"]}</p>}
      </section>
      <ul className="td-card connection-list">
        {batches.map((batch) => (
          <BatchRow key={batch.n} batch={batch} />
        ))}
      </ul>
    </>
  );
}

function BatchRow({ batch: { n, state, people, attempts, problem } }: { batch: SyncRunDetail["batches"][number] }) {
  const m = useWords();
  return (
    <li className="connection-batch">
      <span className="td-row">
        <b>{m["link.batch"](n + 1)}</b>
        <span className={state === "failed" ? "connection-problem" : "td-second"}>{m[`link.batch.${state}`]}</span>
      </span>
      <span className="td-small td-second">
        {[people === null ? "" : m["link.batchPeople"](thousands(people)), m["link.attempts"](attempts)]
          .filter(Boolean)
          .join(" · ")}
      </span>
      {problem !== null && <span className="td-small connection-problem">{runProblemText(m, problem)}</span>}
    </li>
  );
}
