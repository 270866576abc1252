import { useState } from "react";
import type { Budget } from "../../api.ts";
import { problemSentence } from "../../message.ts";
import { ApiProblem } from "../../problem.ts";
import { Button } from "../../ui/button.tsx";
import { SaveState, type Saving } from "../../ui/save-state.tsx";
import {
  type BudgetDraft,
  type BudgetFaults,
  budgetDraft,
  budgetFaults,
  budgetInput,
  isBudget,
} from "./budget-draft.ts";
import { Field } from "./field.tsx";
import { useSetBudget } from "./project-queries.ts";
import { useWords } from "./project-words.ts";

interface BudgetFormProps {
  readonly project: string;
  readonly budget: Budget | null;
  readonly seesMoney: boolean;
  readonly onSaved: () => void;
}

/** What a project may use: hours, the planned end, and for finance money. */
export function BudgetForm({ project, budget, seesMoney, onSaved }: BudgetFormProps) {
  const m = useWords();
  const change = useSetBudget(project);
  const [before, setBefore] = useState(budget);
  const [draft, setDraft] = useState(() => budgetDraft(budget));
  const [hasTried, setTried] = useState(false);
  const faults = budgetFaults(draft, before);
  const save = (known: Budget | null) => {
    setTried(true);
    if (Object.keys(faults).length > 0) return;
    change.mutate(budgetInput(draft, known, seesMoney), { onSuccess: onSaved, onError: meet });
  };
  const meet = (error: Error) => {
    const current = currentOf(error);
    if (current === null) return;
    setBefore(current);
    // An empty budget is not shown, so nobody has seen what is replaced.
    if (isEmpty(current)) save(current);
    else setDraft(budgetDraft(current));
  };
  return (
    <div className="project-form">
      <Fields draft={draft} faults={hasTried ? faults : {}} seesMoney={seesMoney} onChange={setDraft} />
      <p className="td-small td-weak">{m["report.budgetEmpty"]}</p>
      {seesMoney && <p className="td-small td-weak">{m["report.moneyPrivate"]}</p>}
      <Saved isPending={change.isPending} error={change.error} />
      <Button block kind="primary" disabled={change.isPending} onClick={() => save(before)}>
        {m["report.saveBudget"]}
      </Button>
    </div>
  );
}

interface FieldsProps {
  readonly draft: BudgetDraft;
  readonly faults: BudgetFaults;
  readonly seesMoney: boolean;
  readonly onChange: (draft: BudgetDraft) => void;
}

function Fields({ draft, faults, seesMoney, onChange }: FieldsProps) {
  const m = useWords();
  const bind = (name: keyof BudgetDraft) => {
    const fault = faults[name];
    return {
      value: draft[name],
      fault: fault === undefined ? null : m[`report.${fault}`],
      onChange: (value: string) => onChange({ ...draft, [name]: value }),
    };
  };
  return (
    <>
      <Field label={m["report.budgetHours"]} kind="numeric" {...bind("hours")} />
      <Field label={m["report.budgetEnd"]} kind="date" {...bind("endsOn")} />
      {seesMoney && <Field label={m["report.budgetMoney"]} kind="decimal" {...bind("yuan")} />}
    </>
  );
}

function Saved({ isPending, error }: { isPending: boolean; error: Error | null }) {
  const m = useWords();
  if (!isPending && error === null) return null;
  const why = currentOf(error) === null ? problemSentence(m, error) : m["report.budgetChanged"];
  const saving: Saving = isPending ? { state: "saving" } : { state: "failed", why };
  return <SaveState of={saving} />;
}

function currentOf(error: Error | null): Budget | null {
  if (!(error instanceof ApiProblem) || error.code !== "version-conflict") return null;
  return isBudget(error.current) ? error.current : null;
}

function isEmpty({ minutes, fen, endsOn }: Budget): boolean {
  return minutes === null && endsOn === null && (fen ?? null) === null;
}
