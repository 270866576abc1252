import { Button } from "../../ui/button.tsx";
import { effectText } from "./item-text.ts";
import { effectOf, type Item } from "./selection.ts";
import { useWords } from "./words.ts";

interface SelectionBarProps {
  readonly items: readonly Item[];
  readonly canAnswer: boolean;
  readonly onReturn: () => void;
  readonly onApprove: () => void;
}

/** The two answers for everything that is ticked, where the thumb is; absent while nothing is. */
export function SelectionBar({ items, canAnswer, onReturn, onApprove }: SelectionBarProps) {
  const m = useWords();
  if (items.length === 0) return null;
  const effect = effectOf(items);
  return (
    <section className="approvals-bar" aria-label={m["approvals.selection"]}>
      {!canAnswer && <p className="td-small approvals-offline">{m["approvals.offline"]}</p>}
      <Button tall disabled={!canAnswer} onClick={onReturn}>
        {m["approvals.return"]}
      </Button>
      <Button tall kind="primary" disabled={!canAnswer} onClick={onApprove}>
        <span className="approvals-bar-words">
          <span>{m["approvals.approveThese"](items.length)}</span>
          {effect.minutes !== 0 && <span>{effectText(effect)}</span>}
        </span>
      </Button>
    </section>
  );
}
