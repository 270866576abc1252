import { type ReactNode, useState } from "react";
import { type Reason, reasonText } from "../../reason.ts";
import { Button } from "../../ui/button.tsx";
import { ReasonField } from "../../ui/reason-field.tsx";
import { useWords } from "./words.ts";

interface AskFormProps {
  /** The usual reasons. */
  readonly usual: readonly string[];
  /** The first of them is taken until another is. */
  readonly preselected?: boolean;
  readonly label: string;
  readonly canSend?: boolean;
  readonly onSend: (reason: string) => void;
  readonly children?: ReactNode;
}

/** What is asked, why, and one button that says to whom it goes. */
export function AskForm({ usual, preselected = false, label, canSend = true, onSend, children }: AskFormProps) {
  const m = useWords();
  const [reason, setReason] = useState<Reason>({ chip: preselected ? (usual[0] ?? null) : null, text: "" });
  const text = reasonText(reason, m["ask.reasonComma"]);
  return (
    <div className="hours-form">
      {children}
      <ReasonField value={reason} usual={usual} onChange={setReason} />
      <Button kind="primary" tall block disabled={!canSend || text === ""} onClick={() => onSend(text)}>
        {label}
      </Button>
    </div>
  );
}
