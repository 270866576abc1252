import { Button } from "../../ui/button.tsx";
import "./form.css";

interface StepperProps {
  /** What is counted, for the ear and above the number. */
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  /** From small to large, `[1, 7]`. */
  readonly steps: readonly number[];
  /** The number in words, `± 30 分`. */
  readonly text: string;
  readonly onChange: (value: number) => void;
}

/** A number for the thumb: steps down at the left, steps up at the right. It stays between `least` and `most`. */
export function Stepper({ label, value, least, most, steps, text, onChange }: StepperProps) {
  const down = [...steps].reverse().map((step) => -step);
  const set = (step: number) => onChange(Math.min(most, Math.max(least, value + step)));
  const button = (step: number) => (
    <Button
      key={step}
      disabled={step < 0 ? value <= least : value >= most}
      aria-label={`${label} ${signed(step)}`}
      onClick={() => set(step)}
    >
      {signed(step)}
    </Button>
  );
  return (
    <fieldset className="form-stepper" data-steps={steps.length}>
      <legend className="td-small td-second">{label}</legend>
      {down.map(button)}
      <output className="form-stepper-value">{text}</output>
      {steps.map(button)}
    </fieldset>
  );
}

function signed(step: number): string {
  return step < 0 ? `−${-step}` : `+${step}`;
}
