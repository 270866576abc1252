import { useId } from "react";
import "./segments.css";

interface SegmentsProps<Value extends string> {
  /** What is chosen between, for screen readers. */
  readonly label: string;
  /** The words of each choice, in their order. */
  readonly options: Readonly<Record<Value, string>>;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** A few views of the same thing, one of them shown. */
export function Segments<Value extends string>({ label, options, value, onChange }: SegmentsProps<Value>) {
  const name = useId();
  return (
    <fieldset className="td-segments">
      <legend className="td-hidden">{label}</legend>
      {(Object.keys(options) as Value[]).map((option) => (
        <label key={option} className="td-segment" data-on={option === value || undefined}>
          <input type="radio" name={name} checked={option === value} onChange={() => onChange(option)} />
          <span>{options[option]}</span>
        </label>
      ))}
    </fieldset>
  );
}
