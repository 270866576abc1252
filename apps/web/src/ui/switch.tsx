import "./switch.css";

interface SwitchProps {
  readonly isOn: boolean;
  /** The ids of what is switched and of the sentence that explains it. */
  readonly labelledBy: string;
  readonly describedBy: string;
  /** What it is now in a word, `开`. */
  readonly children: string;
  readonly disabled?: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** On or off at once, with the word beside it. */
export function Switch({ isOn, labelledBy, describedBy, children, disabled = false, onChange }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      className="td-switch"
      aria-checked={isOn}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      disabled={disabled}
      onClick={() => onChange(!isOn)}
    >
      <span>{children}</span>
    </button>
  );
}
