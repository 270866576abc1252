import { type Minutes, minutesPerDay } from "@today/core/time/minutes";
import { clockTime } from "../format.ts";
import { useMessage } from "../message.ts";
import { Button } from "./button.tsx";
import "./time-field.css";

interface TimeFieldProps {
  /** What happens at that time: `下班时间`. */
  readonly label: string;
  /** Minute of the day's line; 1560 is 02:00 of the next day. */
  readonly value: Minutes;
  readonly first: Minutes;
  readonly last: Minutes;
  readonly onChange: (value: Minutes) => void;
}

const steps = [-15, -5, 5, 15] as const;

/** A clock time: two wheels of the phone's own, and steps for the thumb. It stays between `first` and `last`. */
export function TimeField({ label, value, first, last, onChange }: TimeFieldProps) {
  const m = useMessage();
  const set = (minute: Minutes) => onChange(Math.min(last, Math.max(first, minute)));
  const hour = Math.floor(value / 60);
  const minute = value - hour * 60;
  const early = Math.floor(first / 60);
  const hours = Array.from({ length: Math.floor(last / 60) - early + 1 }, (_, n) => early + n);
  return (
    <fieldset className="td-time">
      <legend className="td-small td-second">{label}</legend>
      <div className="td-time-wheels">
        <select
          className="td-figure"
          data-next={value >= minutesPerDay || undefined}
          aria-label={m["time.hour"](label)}
          value={hour}
          onChange={({ target }) => set(Number(target.value) * 60 + minute)}
        >
          {hours.map((one) => (
            <option key={one} value={one}>
              {m["time.hourOf"](clockTime(one * 60, "en").slice(0, 2), one >= 24)}
            </option>
          ))}
        </select>
        <b className="td-figure" aria-hidden="true">
          :
        </b>
        <select
          className="td-figure"
          aria-label={m["time.minute"](label)}
          value={minute}
          onChange={({ target }) => set(hour * 60 + Number(target.value))}
        >
          {Array.from({ length: 60 }, (_, one) => one).map((one) => (
            <option key={one} value={one}>
              {String(one).padStart(2, "0")}
            </option>
          ))}
        </select>
      </div>
      <div className="td-time-steps">
        {steps.map((step) => (
          <Button
            key={step}
            aria-label={m[step < 0 ? "time.earlier" : "time.later"](Math.abs(step))}
            onClick={() => set(value + step)}
          >
            {step < 0 ? `−${-step}` : `+${step}`}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
