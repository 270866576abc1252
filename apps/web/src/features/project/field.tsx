import { useId } from "react";

interface FieldProps {
  readonly label: string;
  readonly value: string;
  /** What is wrong with it, or null. */
  readonly fault: string | null;
  /** Which keyboard a phone shows; `date` its calendar; `lines` takes several lines. */
  readonly kind?: "text" | "decimal" | "numeric" | "date" | "lines";
  readonly onChange: (value: string) => void;
}

/** A field of a form with its label above and what is wrong with it below. */
export function Field({ label, value, fault, kind = "text", onChange }: FieldProps) {
  const id = useId();
  const given = {
    id,
    value,
    "aria-invalid": fault !== null,
    "aria-describedby": fault === null ? undefined : `${id}-fault`,
  };
  return (
    <div className="project-field">
      <label htmlFor={id}>{label}</label>
      {kind === "lines" ? (
        <textarea {...given} rows={2} onChange={(e) => onChange(e.target.value)} />
      ) : (
        <input
          {...given}
          {...(kind === "date" ? { type: "date" } : { inputMode: kind })}
          autoComplete="off"
          onChange={(e) => onChange(e.target.value)}
        />
      )}
      {fault !== null && (
        <p id={`${id}-fault`} className="project-fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}
