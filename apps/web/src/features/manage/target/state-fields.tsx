import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import type { Target } from "../../../api.ts";
import { problemText } from "../../../target-problem.ts";
import { CheckField } from "../check-field.tsx";
import { statesQuery } from "./queries.ts";
import { useWords } from "./words.ts";

const words = ["working", "warning", "paused"] as const;

interface StateFieldsProps {
  readonly target: Target;
  readonly states: Target["states"];
  readonly todo: boolean;
  readonly onChange: (part: { readonly states?: Target["states"]; readonly todo?: boolean }) => void;
}

/** Which state of theirs stands for how a task's day went, and whether people are reminded of tasks that are due. */
export function StateFields({ target, states, todo, onChange }: StateFieldsProps) {
  const m = useWords();
  const id = useId();
  const told = useQuery(statesQuery(target.id)).data;
  const choices = told?.states ?? [];
  const set = (word: (typeof words)[number], state: string) => {
    const { [word]: _, ...others } = states;
    onChange({ states: state === "" ? others : { ...others, [word]: state } });
  };
  return (
    <fieldset className="form-options target-fields">
      <legend className="td-small td-second">{m["target.set.states"]}</legend>
      <p className="td-small td-weak">{m["target.set.statesHint"]}</p>
      {told?.problem && <p className="td-small form-fault">{problemText(m, told.problem)}</p>}
      {words.map((word) => (
        <div key={word} className="form-field">
          <label htmlFor={`${id}${word}`} className="td-small td-second">
            {m[`target.set.states.${word}`]}
          </label>
          <select id={`${id}${word}`} value={states[word] ?? ""} onChange={(event) => set(word, event.target.value)}>
            <option value="">{m["target.set.states.leave"]}</option>
            {choices.map(({ id: state, name }) => (
              <option key={state} value={state}>
                {name}
              </option>
            ))}
            <Unlisted value={states[word]} listed={choices} />
          </select>
        </div>
      ))}
      <CheckField
        name={m["target.set.todo"]}
        effect={m["target.set.todoWhat"]}
        value={todo}
        onChange={(next) => onChange({ todo: next })}
      />
    </fieldset>
  );
}

/** What was chosen before and is not told now. */
function Unlisted({ value, listed }: { value: string | undefined; listed: readonly { readonly id: string }[] }) {
  if (value === undefined || listed.some(({ id }) => id === value)) return null;
  return <option value={value}>{value}</option>;
}
