import { longDate } from "../../format.ts";
import { Button } from "../../ui/button.tsx";
import { useIsWide } from "../../ui/media.ts";
import { Sheet } from "../../ui/sheet.tsx";
import { EvidenceView } from "./evidence-view.tsx";
import { type Item, keyOf, type Thing } from "./selection.ts";
import { useWords } from "./words.ts";

interface EvidencePlaceProps {
  readonly thing: Thing | null;
  readonly canAnswer: boolean;
  readonly onClose: () => void;
  readonly onApprove: (items: readonly Item[]) => void;
  readonly onReturn: (items: readonly Item[]) => void;
}

/** Where the evidence of one thing stands: a sheet, on a computer the right pane. */
export function EvidencePlace({ thing, onClose, ...answers }: EvidencePlaceProps) {
  const m = useWords();
  const isWide = useIsWide();
  const title = thing === null ? "" : `${thing.item.person.name} · ${longDate(thing.item.date, m.lang)}`;
  if (!isWide) {
    return (
      <Sheet isOpen={thing !== null} title={title} onClose={onClose}>
        {thing && <Evidence thing={thing} {...answers} />}
      </Sheet>
    );
  }
  if (thing === null) return null;
  return (
    <aside className="approvals-pane" aria-label={m["approvals.evidence"]}>
      <section className="td-card">
        <h2 className="approvals-pane-title">{title}</h2>
        <Evidence thing={thing} {...answers} />
      </section>
    </aside>
  );
}

type EvidenceProps = Pick<EvidencePlaceProps, "canAnswer" | "onApprove" | "onReturn"> & { readonly thing: Thing };

function Evidence({ thing, canAnswer, onApprove, onReturn }: EvidenceProps) {
  const m = useWords();
  const { item } = thing;
  return (
    <div className="approvals-evidence">
      <EvidenceView key={keyOf(item.ref)} thing={thing} />
      <div className="approvals-answer">
        {!canAnswer && <p className="td-small approvals-offline">{m["approvals.offline"]}</p>}
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
