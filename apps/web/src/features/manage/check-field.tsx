import { useId } from "react";
import "./form.css";

interface CheckFieldProps {
  readonly name: string;
  /** What follows from it, in a sentence. */
  readonly effect: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

/** Yes or no, with its consequence. */
export function CheckField({ name, effect, value, onChange }: CheckFieldProps) {
  const id = useId();
  return (
    <label className="form-option" data-on={value || undefined}>
      <input
        type="checkbox"
        checked={value}
        aria-describedby={id}
        onChange={({ target }) => onChange(target.checked)}
      />
      <span>
        {name}
        <span id={id} className="td-small td-second">
          {effect}
        </span>
      </span>
    </label>
  );
}
