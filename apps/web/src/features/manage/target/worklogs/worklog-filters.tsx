import type { Target } from "../../../../api.ts";
import { thousands } from "../../../../money.ts";
import { hashOf } from "../../../../route.ts";
import { problemText } from "../../../../target-problem.ts";
import { Button } from "../../../../ui/button.tsx";
import { Segments } from "../../../../ui/segments.tsx";
import { MonthSteps } from "../month-steps.tsx";
import { type Filter, offered, type Shown } from "./filter.ts";
import { usePushWords } from "./words.ts";

interface WorklogFiltersProps {
  readonly target: Target;
  readonly shown: Shown;
  /** Null until they are known. */
  readonly counts: Readonly<Record<Filter, number>> | null;
  /** `2026-09`, this month. */
  readonly now: string;
  readonly onShow: (shown: Shown) => void;
  readonly onPush: () => void;
}

/** Which worklogs are listed, and the way to send what is due. */
export function WorklogFilters({ target, shown, counts, now, onShow, onPush }: WorklogFiltersProps) {
  const m = usePushWords();
  const { filter, month } = shown;
  const names = counts === null ? (["due", "held", "failed", "done"] as const) : offered(counts, filter);
  const words = names.map((name) => {
    const word = m[`push.filter.${name}`];
    return [name, counts === null ? word : m["push.filterCount"](word, thousands(counts[name]))];
  });
  return (
    <div className="td-card push-filters">
      <Segments
        label={m["push.filters"]}
        options={Object.fromEntries(words) as Record<Filter, string>}
        value={filter}
        onChange={(next) => onShow({ filter: next, month })}
      />
      <div className="td-row">
        <div className="push-months">
          <MonthSteps month={month} now={now} onChange={(next) => onShow({ filter, month: next })} />
          {month !== null && (
            <button type="button" className="td-plain target-act" onClick={() => onShow({ filter, month: null })}>
              {m["push.anyMonth"]}
            </button>
          )}
        </div>
        {target.state === "on" && (
          <Button kind="primary" disabled={target.problem !== null} onClick={onPush}>
            {m["push.now"]}
          </Button>
        )}
      </div>
      <Stopped target={target} />
    </div>
  );
}

/** Why nothing leaves, and the way to where that is changed. */
function Stopped({ target: { id, state, problem } }: { target: Target }) {
  const m = usePushWords();
  if (state === "on" && problem === null) return null;
  return (
    <p className="target-failed">
      <span>{problem === null ? m["push.paused"] : m["push.broken"](problemText(m, problem))}</span>
      <a className="target-act" href={hashOf("manage", "target", id)}>
        {m[problem === null ? "push.toStart" : "push.act.settings"]}
      </a>
    </p>
  );
}
