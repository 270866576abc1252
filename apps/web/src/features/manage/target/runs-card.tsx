import { useQuery } from "@tanstack/react-query";
import type { Target, TargetRun } from "../../../api.ts";
import { targetApi } from "../../../api-target.ts";
import { useOnline } from "../../../online.ts";
import { problemText } from "../../../target-problem.ts";
import { Answered } from "../../../ui/answered.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { instantText } from "../date-text.ts";
import { MutationState } from "../mutation-state.tsx";
import { isReading, runsQuery, useAct } from "./queries.ts";
import { asideCodes, runText } from "./run-text.ts";
import { useWords, whyNot } from "./words.ts";

const tones = { running: "blue", done: "good", failed: "todo" } as const;
const few = 3;

/** What was read from there and when, the latest first, and a way to read it again. */
export function RunsCard({ target }: { target: Target }) {
  const m = useWords();
  const isOnline = useOnline();
  const query = useQuery(runsQuery(target.id));
  const read = useAct(target.id, targetApi.read);
  const isBusy = read.isPending || isReading(query.data);
  return (
    <section className="td-card target-card-list" aria-labelledby="target-runs">
      <div className="td-row">
        <h2 id="target-runs" className="target-sub">
          {m["target.runs"]}
        </h2>
        <button
          type="button"
          className="td-plain target-act"
          disabled={!isOnline || isBusy}
          onClick={() => read.mutate()}
        >
          <Icon name="refresh" strong />
          {m[target.readAt === null ? "target.read" : "target.readAgain"]}
        </button>
      </div>
      <MutationState {...read} why={(error) => whyNot(m, error)} />
      <Answered query={query} skeleton={[3, 3]}>
        {({ runs }) =>
          runs.length === 0 ? (
            <p className="td-second">{m["target.runs.none"]}</p>
          ) : (
            <ul className="target-rows">
              {runs.slice(0, few).map((run) => (
                <RunRow key={run.id} run={run} />
              ))}
            </ul>
          )
        }
      </Answered>
    </section>
  );
}

function RunRow({ run }: { run: TargetRun }) {
  const m = useWords();
  const { state, startedAt, problem, nextAt } = run;
  const aside = asideCodes(run);
  return (
    <li className="target-run" role={state === "running" ? "status" : undefined}>
      <span className="td-row">
        <span>{instantText(startedAt)}</span>
        <Tag tone={tones[state]}>{m[`target.run.${state}`]}</Tag>
      </span>
      <span className="td-small td-second">{runText(m, run)}</span>
      {problem !== null && state !== "done" && (
        <span className="td-small target-fault">
          {problemText(m, problem)}
          {nextAt !== null && ` · ${m["target.run.next"](instantText(nextAt))}`}
        </span>
      )}
      {aside.length > 0 && (
        <span className="td-small target-fault">
          {m["target.run.aside"](String(run.aside.length))}
          {m.lang === "zh" ? "：" : ": "}
          {aside.map((code) => problemText(m, code)).join(m.lang === "zh" ? "；" : "; ")}
        </span>
      )}
    </li>
  );
}
