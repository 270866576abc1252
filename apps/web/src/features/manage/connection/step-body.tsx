import type { ConnectionStep } from "../../../api.ts";
import { shortDate } from "../../../format.ts";
import { useOnline } from "../../../online.ts";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { SaveState } from "../../../ui/save-state.tsx";
import { CopyBox } from "./copy-box.tsx";
import { problemText } from "./problem-text.ts";
import { pathWords } from "./step-text.ts";
import type { Checking } from "./use-checking.ts";
import { useWords, whyNot } from "./words.ts";

interface StepBodyProps {
  readonly step: ConnectionStep;
  readonly checking: Checking;
  /** The one to be looked at first has the page's loud button. */
  readonly isFirst: boolean;
}

/** An open step: where to go in the console, what is wrong, what to put there, and the check. */
export function StepBody({ step, checking, isFirst }: StepBodyProps) {
  const m = useWords();
  const words = pathWords(m, step.path);
  return (
    <div className="connection-body">
      <Crumbs words={words} />
      <p className="td-second">{problemText(m, step) ?? m[`connection.todo.${step.id}`]}</p>
      {step.values.map(({ kind, value }) => (
        <CopyBox key={value} label={m[`connection.value.${kind}`]} value={value} />
      ))}
      <CheckButton step={step} checking={checking} isFirst={isFirst} />
      <p className="td-small td-second">
        {step.cost > 0 ? m["connection.cost"](step.cost) : m["connection.free"]}
        {step.id === "events" && <br />}
        {step.id === "events" && m["connection.tooManyForEvents"]}
      </p>
      <Details step={step} />
    </div>
  );
}

function Crumbs({ words }: { words: readonly string[] }) {
  return (
    <ol className="connection-crumbs">
      {words.map((word, n) => (
        <li key={word} lang="zh-CN">
          <span>{word}</span>
          {n < words.length - 1 && <Icon name="right" size="1rem" />}
        </li>
      ))}
    </ol>
  );
}

function CheckButton({ step: { id }, checking, isFirst }: StepBodyProps) {
  const m = useWords();
  const isOnline = useOnline();
  const isBusy = checking.now !== null;
  const error = checking.errorAt(id);
  return (
    <>
      <Button
        kind={isFirst ? "primary" : "outline"}
        block
        tall={isFirst}
        disabled={isBusy || !isOnline}
        onClick={() => checking.check([id])}
      >
        {checking.now === id ? `${m["connection.checking"]}…` : m[`connection.check.${id}`]}
      </Button>
      {!isOnline && <p className="td-small connection-offline">{m["connection.offline"]}</p>}
      {error && <SaveState of={{ state: "failed", why: whyNot(m, error), onRetry: () => checking.check([id]) }} />}
    </>
  );
}

function Details({ step: { olderPath, pathSeenOn, problem, seenAt } }: { step: ConnectionStep }) {
  const m = useWords();
  const facts = [
    [m["connection.code"], problem?.dingtalkCode],
    [m["connection.request"], problem?.requestId],
    [m["connection.seenAt"], seenAt?.slice(0, 16).replace("T", " ")],
  ].filter(([, value]) => value);
  return (
    <details className="connection-details td-small">
      <summary>{m["connection.details"]}</summary>
      {facts.map(([name, value]) => (
        <p key={name}>
          <span className="td-second">{name}</span> <code>{value}</code>
        </p>
      ))}
      {olderPath && <p className="td-second">{m["connection.older"](pathWords(m, olderPath).join(" › "))}</p>}
      <p className="td-second">{m["connection.seenOn"](shortDate(pathSeenOn))}</p>
    </details>
  );
}
