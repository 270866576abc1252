import type { Connection } from "../../../api.ts";
import { Icon } from "../../../ui/icon.tsx";
import { SaveState } from "../../../ui/save-state.tsx";
import { type Checking, recheckable } from "./use-checking.ts";
import { useWords, whyNot } from "./words.ts";

/** How many of the steps passed, as words and as a bar, and a button that checks again. */
export function StepHead({ view, checking }: { view: Connection; checking: Checking }) {
  const m = useWords();
  const { steps } = view;
  const done = steps.filter(({ state }) => state === "ok").length;
  const words = m["connection.passed"](steps.length, done);
  const error = checking.errorAt("all");
  const host = new URL(view.console).host;
  return (
    <div className="td-head connection-head">
      <div className="td-row">
        <h1 className="connection-title">{words}</h1>
        <button
          type="button"
          className="td-plain connection-recheck"
          disabled={checking.now !== null}
          onClick={() => checking.check(recheckable(view))}
        >
          <Icon name="refresh" strong />
          {m["connection.recheck"]}
        </button>
      </div>
      <div className="connection-progress" role="img" aria-label={words}>
        {steps.map(({ id, state }) => (
          <span key={id} data-state={checking.now === id ? "checking" : state} />
        ))}
      </div>
      {error && <SaveState of={{ state: "failed", why: whyNot(m, error) }} />}
      <p className="td-second">
        {m["connection.where"](host)}{" "}
        <a className="connection-console" href={view.console} target="_blank" rel="noreferrer">
          {m["connection.console"]}
        </a>
      </p>
    </div>
  );
}
