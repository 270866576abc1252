import { useMessage } from "../message.ts";
import { longestReason, type Reason } from "../reason.ts";
import "./reason-field.css";

interface ReasonFieldProps {
  readonly value: Reason;
  /** The usual reasons, `忘了` first. */
  readonly usual: readonly string[];
  readonly onChange: (reason: Reason) => void;
}

/** Why: a tap on a usual reason, a sentence, or both. */
export function ReasonField({ value, usual, onChange }: ReasonFieldProps) {
  const m = useMessage();
  const room = longestReason - (value.chip === null ? 0 : value.chip.length + m["ask.reasonComma"].length);
  return (
    <fieldset className="td-reason">
      <legend className="td-small td-second">{m["ask.reason"]}</legend>
      <div className="td-reason-chips">
        {usual.map((chip) => (
          <button
            key={chip}
            type="button"
            className="td-reason-chip"
            aria-pressed={chip === value.chip}
            onClick={() => onChange({ ...value, chip: chip === value.chip ? null : chip })}
          >
            {chip}
          </button>
        ))}
      </div>
      <input
        className="td-reason-text"
        aria-label={m["ask.reasonText"]}
        placeholder={m["ask.reasonText"]}
        maxLength={room}
        value={value.text}
        onChange={({ target }) => onChange({ ...value, text: target.value })}
      />
    </fieldset>
  );
}
