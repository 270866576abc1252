import { useState } from "react";
import { type Reason, reasonText } from "../../reason.ts";
import { Button } from "../../ui/button.tsx";
import { ReasonField } from "../../ui/reason-field.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import type { Editor } from "./use-editor.ts";
import { useWords } from "./words.ts";
import "./sheets.css";

/** Why the day is divided so, where somebody has to know: on a closed day, or on somebody else's. */
export function ReasonSheet({ editor }: { editor: Editor }) {
  const m = useWords();
  const [reason, setReason] = useState<Reason>({ chip: null, text: "" });
  const text = reasonText(reason, m["ask.reasonComma"]);
  const usual = [m["ask.reason.moved"], m["ask.reason.wrong"], m["ask.reason.forgot"]];
  return (
    <Sheet isOpen={editor.isAskingWhy} title={m["split.why"]} onClose={editor.keepEditing}>
      <div className="td-split-why">
        <ReasonField value={reason} usual={usual} onChange={setReason} />
        <Button kind="primary" tall block disabled={text === ""} onClick={() => editor.saveBecause(text)}>
          {m[editor.way.person === null ? "split.send" : "split.keep"]}
        </Button>
      </div>
    </Sheet>
  );
}
