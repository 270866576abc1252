import { isWorkDate, type WorkDate } from "@today/core/time/date";
import { useId } from "react";
import "./form.css";

interface DateFieldProps {
  readonly label: string;
  readonly value: WorkDate;
  /** The first day that may be chosen; null for any. */
  readonly first: WorkDate | null;
  /** Why it begins there, or what the day means. */
  readonly hint: string | null;
  readonly onChange: (value: WorkDate) => void;
}

/** A day, by the phone's own calendar. What is no day is not taken. */
export function DateField({ label, value, first, hint, onChange }: DateFieldProps) {
  const id = useId();
  return (
    <div className="form-field">
      <label htmlFor={id} className="td-small td-second">
        {label}
      </label>
      <input
        id={id}
        type="date"
        value={value}
        min={first ?? undefined}
        aria-describedby={hint === null ? undefined : `${id}-hint`}
        onChange={({ target }) => isWorkDate(target.value) && onChange(target.value)}
      />
      {hint !== null && (
        <p id={`${id}-hint`} className="td-small td-weak">
          {hint}
        </p>
      )}
    </div>
  );
}
