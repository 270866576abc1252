import { useId } from "react";
import type { TargetCheck } from "../../../api.ts";
import { problemText } from "../../../target-problem.ts";
import { choicesOf, type SettingField } from "./setting-draft.ts";
import { useWords } from "./words.ts";

interface SettingInputProps {
  readonly field: SettingField;
  readonly value: string;
  readonly offers: TargetCheck["offers"];
  /** What is wrong with it, the worker's code. */
  readonly fault: string | null;
  readonly onChange: (value: string) => void;
}

/** One setting of a product as its form describes it, with what is wrong below it. */
export function SettingInput({ field, value, offers, fault, onChange }: SettingInputProps) {
  const m = useWords();
  const id = useId();
  const { kind, required } = field;
  const choices = choicesOf(field, offers);
  const about = {
    id,
    value,
    required,
    "aria-invalid": fault !== null,
    "aria-describedby": `${id}-about`,
  };
  return (
    <div className="form-field">
      <label htmlFor={id} className="td-small td-second">
        {field.label[m.lang]}
        {!required && ` · ${m["target.optional"]}`}
      </label>
      {choices.length > 0 ? (
        <select {...about} onChange={({ target }) => onChange(target.value)}>
          <option value="">{m["target.default"]}</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label[m.lang]}
            </option>
          ))}
          {value !== "" && choices.every((choice) => choice.value !== value) && <option value={value}>{value}</option>}
        </select>
      ) : (
        <input
          {...about}
          type={kind === "secret" ? "password" : kind === "address" ? "url" : "text"}
          maxLength={2000}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          placeholder={kind === "address" ? "https://" : undefined}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
      <p id={`${id}-about`} className={fault === null ? "td-small td-weak" : "td-small form-fault"}>
        {fault === null ? field.help[m.lang] : problemText(m, fault)}
        {fault === null && kind === "secret" && <span className="target-secret">{m["target.secretHint"]}</span>}
      </p>
    </div>
  );
}
