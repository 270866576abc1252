import { Button } from "../../../../ui/button.tsx";
import type { MappingDraft } from "./use-draft.ts";
import { useMappingWords } from "./words.ts";

interface ChangeBarProps {
  readonly draft: MappingDraft;
  /** How many fields do not fit. */
  readonly faults: number;
  readonly onSave: () => void;
  readonly onDrop: () => void;
}

/** What is changed and not saved, and the ways to save it or to drop it; nothing while nothing is. */
export function ChangeBar({ draft: { changed, version, isLate }, faults, onSave, onDrop }: ChangeBarProps) {
  const m = useMappingWords();
  if (changed.length === 0) return null;
  return (
    <div className="mapping-bar">
      <p className={faults > 0 ? "td-small form-fault" : "td-small td-second"}>
        {faults > 0 ? m["mapping.faults"](faults) : m["mapping.changes"](changed.length)}
      </p>
      <div className="target-acts">
        <Button kind="quiet" onClick={onDrop}>
          {m["mapping.discard"]}
        </Button>
        <Button kind="primary" disabled={isLate} onClick={onSave}>
          {m["mapping.save"](version + 1)}
        </Button>
      </div>
    </div>
  );
}

/** Somebody else was faster: whose rules hold on is asked. */
export function ConflictCard({ version, draft }: { version: number; draft: MappingDraft }) {
  const m = useMappingWords();
  return (
    <section className="td-card target-broken" role="status">
      <p>{m["mapping.conflict"](version)}</p>
      <div className="target-acts">
        <Button onClick={draft.drop}>{m["mapping.conflict.theirs"]}</Button>
        <Button kind="tint" onClick={draft.rebase}>
          {m["mapping.conflict.mine"]}
        </Button>
      </div>
    </section>
  );
}
