import { useId, useState } from "react";
import type { Positions } from "../../../api.ts";
import { useOnline } from "../../../online.ts";
import { Button } from "../../../ui/button.tsx";
import { MutationState } from "../mutation-state.tsx";
import { PlaceButtons } from "./place-buttons.tsx";
import {
  draftOf,
  faultOf,
  type PositionDraft,
  type PositionEntry,
  positionIn,
  tableOf,
  withoutPosition,
  withPosition,
} from "./position-draft.ts";
import type { PositionActs } from "./queries.ts";
import { nameIn } from "./title-text.ts";
import { useWords, whyNot } from "./words.ts";
import "../form.css";

interface PositionFormProps {
  /** Null for a new one. */
  readonly position: PositionEntry | null;
  readonly held: Positions;
  readonly acts: PositionActs;
  readonly onDone: () => void;
}

/** A position's names and the ways in which it is written. */
export function PositionForm({ position, held, acts, onDone }: PositionFormProps) {
  const m = useWords();
  const isOnline = useOnline();
  const table = tableOf(held);
  const [edited, setDraft] = useState<PositionDraft | null>(null);
  const draft = edited ?? draftOf(position);
  const old = position?.code ?? null;
  const fault = faultOf(
    draft,
    table.map(({ code }) => code).filter((code) => code !== old),
  );
  const next = positionIn(draft);
  const name = nameIn(m, next);
  const isHeld = !isOnline || acts.change.isPending;
  const save = () => acts.act({ table: withPosition(table, old, next), text: m["position.said"](name), onDone });
  const drop = (code: string) =>
    acts.act({ table: withoutPosition(table, code), text: m["position.dropped"](name), onDone });
  return (
    <div className="form">
      {position && <PlaceButtons position={position} table={table} acts={acts} isHeld={isHeld} />}
      <DraftFields draft={draft} isNew={position === null} onChange={setDraft} />
      <div className="form-foot">
        <MutationState {...acts.change} why={(error) => whyNot(m, error)} />
        {edited !== null && fault !== null && <p className="td-small form-fault">{m[`position.fault.${fault}`]}</p>}
        {!isOnline && <p className="td-small form-fault">{m["position.offline"]}</p>}
        <Button block kind="primary" disabled={isHeld || fault !== null || edited === null} onClick={save}>
          {m["position.save"](name)}
        </Button>
        {position !== null && table.length > 1 && (
          <Button block kind="quiet" disabled={isHeld} onClick={() => drop(position.code)}>
            {m["position.drop"]}
          </Button>
        )}
        {position === null && (
          <Button block kind="quiet" onClick={onDone}>
            {m["position.cancel"]}
          </Button>
        )}
      </div>
    </div>
  );
}

interface DraftFieldsProps {
  readonly draft: PositionDraft;
  readonly isNew: boolean;
  readonly onChange: (draft: PositionDraft) => void;
}

function DraftFields({ draft, isNew, onChange }: DraftFieldsProps) {
  const m = useWords();
  const hint = useId();
  return (
    <>
      {isNew && (
        <label className="form-field">
          <span className="td-small td-second">{m["position.code"]}</span>
          <input
            type="text"
            value={draft.code}
            maxLength={16}
            autoCapitalize="characters"
            autoComplete="off"
            onChange={({ target }) => onChange({ ...draft, code: target.value.toUpperCase() })}
          />
          <span className="td-small td-weak">{m["position.codeHint"]}</span>
        </label>
      )}
      {(["nameZh", "nameEn"] as const).map((field) => (
        <label key={field} className="form-field">
          <span className="td-small td-second">{m[`position.${field}`]}</span>
          <input
            type="text"
            value={draft[field]}
            maxLength={64}
            autoComplete="off"
            onChange={({ target }) => onChange({ ...draft, [field]: target.value })}
          />
        </label>
      ))}
      <label className="form-field">
        <span className="td-small td-second">{m["position.patterns"]}</span>
        <textarea
          rows={5}
          value={draft.lines}
          aria-describedby={hint}
          onChange={({ target }) => onChange({ ...draft, lines: target.value })}
        />
        <span id={hint} className="td-small td-weak">
          {m["position.patternsHint"]}
        </span>
      </label>
    </>
  );
}
