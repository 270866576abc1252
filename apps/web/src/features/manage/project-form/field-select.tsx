import { useId } from "react";
import { type FieldName, fittingOf, type Mapping, type Question } from "./fields.ts";
import { useWords } from "./words.ts";

interface FieldSelectProps {
  readonly name: FieldName;
  readonly mapping: Mapping;
  readonly questions: readonly Question[];
  readonly onChoose: (name: FieldName, id: string | null) => void;
}

/** Which field of the form says one thing, in the form's own words. */
export function FieldSelect({ name, mapping, questions, onChoose }: FieldSelectProps) {
  const m = useWords();
  const id = useId();
  const fitting = fittingOf(name, questions);
  const chosen = mapping[name];
  const isLost = chosen !== undefined && !fitting.some((one) => one.id === chosen);
  const hint = m[`projectForm.hint.${name}`];
  const isNeeded = name === "name";
  return (
    <div className="form-field">
      <label htmlFor={id}>
        <b>{m[`projectForm.field.${name}`]}</b>
        {isNeeded && <span className="td-small td-second"> {m["projectForm.needed"]}</span>}
      </label>
      <select
        id={id}
        value={chosen ?? ""}
        required={isNeeded}
        aria-describedby={hint === "" ? undefined : `${id}-hint`}
        onChange={({ target }) => onChoose(name, target.value === "" ? null : target.value)}
      >
        <option value="">{m[isNeeded ? "projectForm.choose" : "projectForm.nothing"]}</option>
        {isLost && <option value={chosen}>{m["projectForm.lost"]}</option>}
        {fitting.map((one) => (
          <option key={one.id} value={one.id}>
            {one.required ? m["projectForm.required"](one.label) : one.label}
          </option>
        ))}
      </select>
      {hint !== "" && (
        <p id={`${id}-hint`} className="td-small td-weak">
          {hint}
        </p>
      )}
    </div>
  );
}
