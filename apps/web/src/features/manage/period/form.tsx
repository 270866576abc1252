import type { ReactNode } from "react";
import { useOnline } from "../../../online.ts";
import { Button } from "../../../ui/button.tsx";
import { ReasonField } from "../../../ui/reason-field.tsx";
import type { useReason } from "./reason.ts";
import { useWords } from "./words.ts";

interface FormProps {
  readonly label: string;
  readonly reason: ReturnType<typeof useReason>;
  readonly canSend?: boolean;
  readonly onSend: () => void;
  readonly children?: ReactNode;
}

/** What is said, why, and the one button that says for whom. */
export function Form({ label, reason, canSend = true, onSend, children }: FormProps) {
  const m = useWords();
  const isOnline = useOnline();
  return (
    <div className="period-form">
      {children}
      <ReasonField value={reason.value} usual={reason.usual} onChange={reason.onChange} />
      {!isOnline && <p className="td-small period-offline">{m["period.offline"]}</p>}
      <Button kind="primary" tall block disabled={!isOnline || !canSend || reason.text === ""} onClick={onSend}>
        {label}
      </Button>
    </div>
  );
}
