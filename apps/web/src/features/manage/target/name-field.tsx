import { useId } from "react";
import { useWords } from "./words.ts";

/** What a target is called here. */
export function NameField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const m = useWords();
  const id = useId();
  const isSound = value.trim() !== "";
  return (
    <div className="form-field">
      <label htmlFor={id} className="td-small td-second">
        {m["target.name"]}
      </label>
      <input
        id={id}
        type="text"
        value={value}
        maxLength={64}
        autoComplete="off"
        aria-invalid={!isSound}
        aria-describedby={`${id}-about`}
        onChange={({ target }) => onChange(target.value)}
      />
      <p id={`${id}-about`} className={isSound ? "td-small td-weak" : "td-small form-fault"}>
        {m[isSound ? "target.nameHint" : "target.nameFault"]}
      </p>
    </div>
  );
}
