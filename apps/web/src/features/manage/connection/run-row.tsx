import type { Sync } from "../../../api.ts";
import { hashOf } from "../../../route.ts";
import { Icon } from "../../../ui/icon.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { countsText, rangeText, runProblemText, whenText } from "./run-text.ts";
import { useWords, wordOf } from "./words.ts";

type Run = Sync["runs"][number];

const tones = { running: "blue", done: "good", failed: "todo", quota: "todo" } as const;

/** One pull in a list, leading to its batches. */
export function RunRow({ run, isShown }: { run: Run; isShown?: boolean }) {
  const m = useWords();
  const { kind, state, startedAt, problem } = run;
  return (
    <a
      className="connection-run"
      href={hashOf("manage", "connection", "runs", run.id)}
      aria-current={isShown ? "true" : undefined}
    >
      <span className="connection-run-text">
        <span className="td-row">
          <b>{wordOf(m, "link.kind.", kind, "other")}</b>
          <Tag tone={tones[state]}>{m[`link.state.${state}`]}</Tag>
        </span>
        <span className="td-small td-second">
          {[whenText(startedAt), rangeText(m, run), countsText(m, run)].filter(Boolean).join(" · ")}
        </span>
        {problem !== null && state !== "done" && (
          <span className="td-small connection-problem">{runProblemText(m, problem)}</span>
        )}
      </span>
      <Icon name="right" />
    </a>
  );
}
