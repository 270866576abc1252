import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import type { Item } from "./selection.ts";
import { useWords } from "./words.ts";

interface ReturnSheetProps {
  /** What goes back; null while the sheet is closed. */
  readonly items: readonly Item[] | null;
  readonly canAnswer: boolean;
  readonly onClose: () => void;
  readonly onReturn: (items: readonly Item[], reason: string) => void;
}

/** Why it goes back: a chip, a sentence of one's own, or both. */
export function ReturnSheet({ items, canAnswer, onClose, onReturn }: ReturnSheetProps) {
  const m = useWords();
  return (
    <Sheet isOpen={items !== null} title={m["approvals.returnWhy"]} onClose={onClose}>
      {items && <Reason items={items} canAnswer={canAnswer} onReturn={onReturn} />}
    </Sheet>
  );
}

const chips = ["time", "project", "missing"] as const;
const longest = 100;

function Reason({ items, canAnswer, onReturn }: Omit<ReturnSheetProps, "onClose"> & { items: readonly Item[] }) {
  const m = useWords();
  const [chip, setChip] = useState<string | null>(null);
  const [text, setText] = useState("");
  const reason = [...(chip === null ? [] : [chip]), ...(text.trim() === "" ? [] : [text.trim()])].join(
    m["approvals.join"],
  );
  const room = longest - (chip === null ? 0 : chip.length + m["approvals.join"].length);
  return (
    <div className="approvals-return">
      <fieldset className="approvals-chips">
        <legend className="td-hidden">{m["approvals.reasons"]}</legend>
        {chips.map((name) => {
          const word = m[`approvals.chip.${name}`];
          return (
            <button
              key={name}
              type="button"
              className="approvals-chip"
              aria-pressed={chip === word}
              onClick={() => setChip(chip === word ? null : word)}
            >
              {word}
            </button>
          );
        })}
      </fieldset>
      <label className="approvals-text">
        <span className="td-small td-second">{m["approvals.reasonText"]}</span>
        <textarea rows={2} maxLength={room} value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      <p className="td-small td-second">{canAnswer ? m["approvals.returnNote"] : m["approvals.offline"]}</p>
      <Button
        block
        tall
        kind="primary"
        disabled={!canAnswer || reason === ""}
        onClick={() => onReturn(items, reason.slice(0, longest))}
      >
        {m["approvals.returnThese"](items.length)}
      </Button>
    </div>
  );
}
