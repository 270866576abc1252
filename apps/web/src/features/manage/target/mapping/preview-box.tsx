import type { TargetCheck } from "../../../../api.ts";
import { thousands } from "../../../../money.ts";
import { choiceText } from "./filling.tsx";
import type { Told } from "./told.ts";
import type { Field } from "./way.ts";
import { flawText, useMappingWords } from "./words.ts";

interface PreviewBoxProps {
  readonly field: Field;
  readonly told: Told;
  readonly offers: TargetCheck["offers"];
  /** Whether a newer answer is on its way. */
  readonly isLate: boolean;
}

/** What a field will say for the record that is looked at, and what does not fit. */
export function PreviewBox({ field, told: { value, problems, eased }, offers, isLate }: PreviewBoxProps) {
  const m = useMappingWords();
  if (value === null && problems.length === 0) return null;
  return (
    <div
      className="mapping-preview"
      aria-live="polite"
      data-late={isLate || undefined}
      data-odd={problems.length > 0 || undefined}
    >
      {value !== null && (
        <>
          <span className="td-small td-second">{m[eased.length > 0 ? "mapping.eased" : "mapping.fills"]}</span>
          {value === "" ? (
            <span className="td-weak">{m["mapping.emptyNow"]}</span>
          ) : (
            <b className="mapping-preview-value">{choiceText(m, { field, offers }, value)}</b>
          )}
        </>
      )}
      {[...problems, ...eased].map((problem) => (
        <span key={problem} className="td-small form-fault">
          {flawText(m, problem)}
          {problem === "too-long" && field.limit && (
            <> · {m[`mapping.limit.${field.limit.unit}`](thousands(field.limit.most))}</>
          )}
        </span>
      ))}
    </div>
  );
}
