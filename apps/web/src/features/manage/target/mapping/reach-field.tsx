import { useId } from "react";
import { useMappingWords } from "./words.ts";

/** Which hours a version is meant for. */
export type Reach = "unsent" | "all";

const reaches = ["unsent", "all"] as const;

/** Whether what is over there already is written anew, too. */
export function ReachField({ value, onChange }: { value: Reach; onChange: (reach: Reach) => void }) {
  const m = useMappingWords();
  const name = useId();
  return (
    <fieldset className="form-options">
      <legend className="td-small td-second">{m["mapping.reach"]}</legend>
      {reaches.map((reach) => (
        <label key={reach} className="form-option" data-on={reach === value || undefined}>
          <input type="radio" name={name} checked={reach === value} onChange={() => onChange(reach)} />
          <span>
            {m[`mapping.reach.${reach}`]}
            <span className="td-small td-second">{m[`mapping.reach.${reach}.what`]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
