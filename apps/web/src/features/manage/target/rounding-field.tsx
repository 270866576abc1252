import { useId } from "react";
import { roundText } from "./round-text.ts";
import { useWords } from "./words.ts";

interface RoundingFieldProps {
  readonly options: readonly string[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** How hours are rounded before they leave. */
export function RoundingField({ options, value, onChange }: RoundingFieldProps) {
  const m = useWords();
  const id = useId();
  const shown = options.includes(value) ? options : [value, ...options];
  return (
    <div className="form-field">
      <label htmlFor={id} className="td-small td-second">
        {m["target.set.rounding"]}
      </label>
      <select id={id} value={value} aria-describedby={`${id}-about`} onChange={({ target }) => onChange(target.value)}>
        {shown.map((one) => (
          <option key={one} value={one}>
            {roundText(m, one)}
          </option>
        ))}
      </select>
      <p id={`${id}-about`} className="td-small td-weak">
        {m["target.set.roundingHint"]}
      </p>
    </div>
  );
}
