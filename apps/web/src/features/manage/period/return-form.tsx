import type { Row } from "./check.ts";
import { Form } from "./form.tsx";
import { useReason } from "./reason.ts";
import { useWords } from "./words.ts";

interface ReturnFormProps {
  readonly rows: readonly Row[];
  readonly onReturn: (rows: readonly Row[], reason: string) => void;
}

/** Why something goes back; the person reads it. */
export function ReturnForm({ rows, onReturn }: ReturnFormProps) {
  const m = useWords();
  const chips = ["time", "project", "missing"] as const;
  const reason = useReason(chips.map((chip) => m[`period.mend.reason.${chip}`]));
  const send = () => {
    reason.keep();
    onReturn(rows, reason.text);
  };
  return (
    <Form
      label={rows.length === 1 ? m["period.way.return"] : m["period.returnThese"](rows.length)}
      reason={reason}
      onSend={send}
    >
      <p className="td-small td-second">{m["period.mend.returnNote"]}</p>
    </Form>
  );
}
