import { useId } from "react";
import "./form.css";

/** One thing to choose, with what follows from it. */
export interface Option<Value extends string> {
  readonly value: Value;
  readonly name: string;
  readonly effect: string;
}

interface OptionListProps<Value extends string> {
  readonly label: string;
  readonly options: readonly Option<Value>[];
  readonly value: Value;
  readonly isDisabled?: boolean;
  readonly onChange: (value: Value) => void;
}

/** A few choices, one below the other, each with its consequence in a sentence. */
export function OptionList<Value extends string>(props: OptionListProps<Value>) {
  const { label, options, value, isDisabled = false, onChange } = props;
  const name = useId();
  return (
    <fieldset className="form-options" disabled={isDisabled}>
      <legend className="td-small td-second">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className="form-option" data-on={option.value === value || undefined}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            aria-describedby={`${name}${option.value}`}
            onChange={() => onChange(option.value)}
          />
          <span>
            {option.name}
            <span id={`${name}${option.value}`} className="td-small td-second">
              {option.effect}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
