import type { TargetCheck } from "../../../../api.ts";
import type { Field } from "./way.ts";
import { useMappingWords } from "./words.ts";

interface ValueInputProps {
  readonly field: Field;
  readonly offers: TargetCheck["offers"];
  /** What it says; null where it says what all others do. */
  readonly value: string | null;
  /** What stands for nothing of its own, `同其余的`; without it there is no such thing. */
  readonly asOthers?: string | undefined;
  readonly label: string;
  readonly onChange: (value: string | null) => void;
}

/** What a field is to say: chosen from what they offer, else typed. */
export function ValueInput({ field, offers, value, asOthers, label, onChange }: ValueInputProps) {
  const m = useMappingWords();
  const choices = field.offers === undefined ? [] : (offers[field.offers] ?? []);
  if (choices.length === 0) {
    return (
      <input
        aria-label={label}
        value={value ?? ""}
        maxLength={500}
        inputMode={field.kind === "number" ? "decimal" : "text"}
        autoComplete="off"
        placeholder={value === null ? asOthers : m["mapping.leaveEmpty"]}
        onChange={({ target }) => onChange(target.value === "" && asOthers !== undefined ? null : target.value)}
      />
    );
  }
  const isKnown = value === null || value === "" || choices.some((choice) => choice.value === value);
  return (
    <select
      aria-label={label}
      value={value === null ? "others" : `=${value}`}
      onChange={({ target }) => onChange(target.value === "others" ? null : target.value.slice(1))}
    >
      {asOthers !== undefined && <option value="others">{asOthers}</option>}
      <option value="=">{m["mapping.leaveEmpty"]}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={`=${choice.value}`}>
          {choice.label[m.lang]}
        </option>
      ))}
      {!isKnown && <option value={`=${value}`}>{value}</option>}
    </select>
  );
}
