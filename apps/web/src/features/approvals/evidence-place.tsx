import { shortDate } from "../../format.ts";
import { Button } from "../../ui/button.tsx";
import { useIsWide } from "../../ui/media.ts";
import { Sheet } from "../../ui/sheet.tsx";
import { EvidenceView } from "./evidence-view.tsx";
import { type Item, keyOf } from "./selection.ts";
import { useWords } from "./words.ts";

interface EvidencePlaceProps {
  readonly item: Item | null;
  readonly canAnswer: boolean;
  readonly onClose: () => void;
  readonly onApprove: (items: readonly Item[]) => void;
  readonly onReturn: (items: readonly Item[]) => void;
}

/** Where the evidence of one thing stands: a sheet, on a computer the right pane. */
export function EvidencePlace({ item, onClose, ...answers }: EvidencePlaceProps) {
  const m = useWords();
  const isWide = useIsWide();
  const title = item === null ? "" : `${item.person.name} ${shortDate(item.date)}`;
  if (!isWide) {
    return (
      <Sheet isOpen={item !== null} title={title} onClose={onClose}>
        {item && <Evidence item={item} {...answers} />}
      </Sheet>
    );
  }
  if (item === null) return null;
  return (
    <aside className="approvals-pane" aria-label={m["approvals.evidence"]}>
      <section className="td-card">
        <h2 className="approvals-pane-title">{title}</h2>
        <Evidence item={item} {...answers} />
      </section>
    </aside>
  );
}

type EvidenceProps = Pick<EvidencePlaceProps, "canAnswer" | "onApprove" | "onReturn"> & { readonly item: Item };

function Evidence({ item, canAnswer, onApprove, onReturn }: EvidenceProps) {
  const m = useWords();
  return (
    <div className="approvals-evidence">
      <EvidenceView key={keyOf(item.ref)} item={item} />
      {!canAnswer && <p className="td-small approvals-offline">{m["approvals.offline"]}</p>}
      <div className="approvals-answer">
        <Button disabled={!canAnswer} onClick={() => onReturn([item])}>
          {m["approvals.returnWhy"]}
        </Button>
        <Button kind="tint" icon="check" disabled={!canAnswer} onClick={() => onApprove([item])}>
          {m["approvals.approve"]}
        </Button>
      </div>
    </div>
  );
}
