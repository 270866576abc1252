import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { TargetRun } from "../../../api.ts";
import { targetApi } from "../../../api-target.ts";
import { useOnline } from "../../../online.ts";
import { problemText } from "../../../target-problem.ts";
import { Icon } from "../../../ui/icon.tsx";
import { MutationState } from "../mutation-state.tsx";
import { type LinkWords, useLinkWords, whyNotLinked } from "./link-words.ts";
import { isReading, runsQuery, useAct } from "./queries.ts";
import { asideText, lastReading, readingText, troubleText } from "./reading.ts";
import "./link.css";

/** How the last reading of a target stands, with its progress, what could not be read, and a way to read once more. */
export function ReadingLine({ target }: { target: string }) {
  const m = useLinkWords();
  const { data } = useQuery(runsQuery(target));
  const read = useAct(target, targetApi.read);
  const isOnline = useOnline();
  const isRunning = isReading(data);
  useRefreshAfter(target, isRunning);
  if (data === undefined) return null;
  const run = lastReading(data.runs);
  const trouble = run === null ? null : troubleText(m, run);
  return (
    <section className="link-reading">
      <div className="td-row">
        <p role="status" className="td-small td-second">
          {isRunning && <span className="link-reading-dot" aria-hidden="true" />}
          {readingText(m, run)}
        </p>
        {(!isRunning || trouble !== null) && (
          <button
            type="button"
            className="td-plain link-reading-act"
            disabled={!isOnline || read.isPending}
            onClick={() => read.mutate()}
          >
            <Icon name="refresh" />
            {m[run === null ? "link.read.first" : "link.read.again"]}
          </button>
        )}
      </div>
      {trouble !== null && <p className="td-small link-trouble">{trouble}</p>}
      {run !== null && run.aside.length > 0 && <Aside m={m} aside={run.aside} />}
      <MutationState isPending={false} error={read.error} why={(error) => whyNotLinked(m, error)} />
    </section>
  );
}

function Aside({ m, aside }: { m: LinkWords; aside: TargetRun["aside"] }) {
  return (
    <details className="td-small td-second link-aside">
      <summary>{m["link.read.aside"](aside.length)}</summary>
      <ul>
        {aside.map((one, n) => (
          <li key={n}>
            <b>{asideText(m, one)}</b> {problemText(m, one.problem)}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Once a reading has ended, what was shown of the target is asked for anew. */
function useRefreshAfter(target: string, isRunning: boolean): void {
  const client = useQueryClient();
  const was = useRef(isRunning);
  useEffect(() => {
    if (was.current && !isRunning) void client.invalidateQueries({ queryKey: ["target", target] });
    was.current = isRunning;
  }, [client, target, isRunning]);
}
