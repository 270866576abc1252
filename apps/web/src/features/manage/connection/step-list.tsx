import { type ReactNode, useId, useState } from "react";
import type { Connection, ConnectionStep } from "../../../api.ts";
import { Icon } from "../../../ui/icon.tsx";
import { waitedFor } from "./problem-text.ts";
import { StepBody } from "./step-body.tsx";
import { groupsOf } from "./step-groups.ts";
import { proofText, shortPath } from "./step-text.ts";
import type { Checking } from "./use-checking.ts";
import { useWords } from "./words.ts";

interface ListProps {
  readonly view: Connection;
  readonly checking: Checking;
}

/** The steps in their order: what passed in one line each, the first that did not open, the others closed. */
export function StepList({ view, checking }: ListProps) {
  const m = useWords();
  return (
    <section className="connection-steps" aria-label={m["connection.steps"]}>
      {groupsOf(view.steps, view.next).map(({ kind, steps }) => {
        const [first] = steps;
        if (first === undefined) return null;
        if (kind === "open") return <OpenStep key={first.id} step={first} checking={checking} />;
        return (
          <ul key={first.id} className="td-card connection-rows">
            {steps.map((step) => (
              <li key={step.id}>
                {kind === "done" ? (
                  <DoneRow step={step} checking={checking} />
                ) : (
                  <ClosedRow step={step} view={view} checking={checking} />
                )}
              </li>
            ))}
          </ul>
        );
      })}
    </section>
  );
}

/** One line with what shows that it works; a tap opens it, for those who want to see for themselves. */
function DoneRow({ step, checking }: { step: ConnectionStep; checking: Checking }) {
  const m = useWords();
  return (
    <Foldable
      className="connection-done"
      line={
        <>
          <StepSign step={step} checking={checking} />
          <span className="connection-done-text">
            <b>{m[`connection.step.${step.id}`]}</b>
            <span className="td-second">{proofText(m, step)}</span>
          </span>
        </>
      }
    >
      <StepBody step={step} checking={checking} isFirst={false} />
    </Foldable>
  );
}

function OpenStep({ step, checking }: { step: ConnectionStep; checking: Checking }) {
  const m = useWords();
  const id = useId();
  return (
    <section className="td-card connection-open" data-state={step.state} aria-labelledby={id}>
      <h2 id={id} className="connection-open-head">
        <StepSign step={step} checking={checking} />
        {m[`connection.step.${step.id}`]}
        {step.id === "events" && m["connection.optional"]}
      </h2>
      <StepBody step={step} checking={checking} isFirst />
    </section>
  );
}

function ClosedRow({ step, view, checking }: { step: ConnectionStep; view: Connection; checking: Checking }) {
  const m = useWords();
  const waits = waitedFor(step, view);
  return (
    <Foldable
      className="connection-closed"
      line={
        <>
          <StepSign step={step} checking={checking} />
          <span className="connection-closed-text">
            <b>
              {m[`connection.step.${step.id}`]}
              {step.id === "events" && m["connection.optional"]}
            </b>
            <span className="td-second" lang={waits === null ? "zh-CN" : undefined}>
              {waits === null ? shortPath(step) : m["connection.waitsFor"](m[`connection.step.${waits.id}`])}
            </span>
          </span>
          <Icon name="down" />
        </>
      }
    >
      <StepBody step={step} checking={checking} isFirst={false} />
    </Foldable>
  );
}

interface FoldableProps {
  readonly className: string;
  readonly line: ReactNode;
  readonly children: ReactNode;
}

/** A line that opens what is under it. */
function Foldable({ className, line, children }: FoldableProps) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={className}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {line}
      </button>
      {isOpen && <div id={id}>{children}</div>}
    </>
  );
}

/** ✓, ✕, a dashed ring, or a clock while the step is checked, each with its word for those who hear it. */
function StepSign({ step: { id, state }, checking }: { step: ConnectionStep; checking: Checking }) {
  const m = useWords();
  const isChecking = checking.now === id;
  const icon = { ok: "check-circle", broken: "cross-circle", "not-reached": "ring", optional: "ring" } as const;
  return (
    <span className="connection-sign" data-state={isChecking ? "checking" : state}>
      <Icon name={isChecking ? "clock" : icon[state]} size="1.5rem" />
      <span className="td-hidden" role={isChecking ? "status" : undefined}>
        {isChecking ? m["connection.checking"] : m[`connection.state.${state}`]}
      </span>
    </span>
  );
}
