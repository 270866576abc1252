import { useState } from "react";
import { useOnline } from "../../../../online.ts";
import { Button } from "../../../../ui/button.tsx";
import { MutationState } from "../../mutation-state.tsx";
import type { useSaving } from "./queries.ts";
import { type Reach, ReachField } from "./reach-field.tsx";
import { useMappingWords, whyNotMapped } from "./words.ts";

interface SaveFormProps {
  /** The version that it becomes. */
  readonly version: number;
  /** What the changed fields are called. */
  readonly changed: readonly string[];
  /** How many fields do not fit, whatever the record is or for the one that is looked at. */
  readonly faults: number;
  readonly saving: Pick<ReturnType<typeof useSaving>, "isPending" | "error">;
  readonly onSave: (reach: Reach) => void;
}

/** What saving changes, and for which hours. */
export function SaveForm({ version, changed, faults, saving, onSave }: SaveFormProps) {
  const m = useMappingWords();
  const isOnline = useOnline();
  const [reach, setReach] = useState<Reach>("unsent");
  return (
    <div className="form">
      <div>
        <p className="td-small td-second">{m["mapping.changes"](changed.length)}</p>
        <p>
          <b>{changed.join(m.lang === "zh" ? "、" : ", ")}</b>
        </p>
      </div>
      <ReachField value={reach} onChange={setReach} />
      <div className="form-foot">
        {faults > 0 && <p className="td-small form-fault">{m["mapping.faults"](faults)}</p>}
        {!isOnline && <p className="td-small form-fault">{m["mapping.offline"]}</p>}
        <MutationState {...saving} why={(error) => whyNotMapped(m, error)} />
        <Button block kind="primary" disabled={!isOnline || saving.isPending} onClick={() => onSave(reach)}>
          {m["mapping.save"](version)}
        </Button>
      </div>
    </div>
  );
}
