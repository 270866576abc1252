import type { Minutes } from "@today/core/time/minutes";
import type { ReactNode } from "react";
import { clockTime } from "../../format.ts";
import { Button } from "../../ui/button.tsx";
import { SaveState, type Saving } from "../../ui/save-state.tsx";
import { useWords } from "./words.ts";
import "./foot.css";

interface FootProps {
  /** The clock time of the chosen border; null when there is none. */
  readonly border: Minutes | null;
  readonly onStep: (by: Minutes) => void;
  readonly onAdd: () => void;
  readonly onSave: () => void;
  /** Whether every part has its project. */
  readonly isWhole: boolean;
  readonly saving: Saving | null;
  /** What else is to be said of saving. */
  readonly note: ReactNode;
}

const steps = [-15, -1, 1, 15] as const;

/** Within the thumb's reach: the chosen border minute by minute, a new part, and saving. */
export function Foot({ border, onStep, onAdd, onSave, isWhole, saving, note }: FootProps) {
  const m = useWords();
  const isSaving = saving?.state === "saving";
  return (
    <footer className="td-foot">
      <Steps border={border} onStep={onStep} />
      {(saving || note) && (
        <div className="td-foot-state">
          {saving && <SaveState of={saving} />}
          {note}
        </div>
      )}
      <div className="td-foot-acts">
        <Button icon="plus" onClick={onAdd} disabled={isSaving}>
          {m["split.add"]}
        </Button>
        <Button kind="primary" onClick={onSave} disabled={!isWhole || isSaving}>
          {m["split.save"]}
        </Button>
      </div>
    </footer>
  );
}

function Steps({ border, onStep }: Pick<FootProps, "border" | "onStep">) {
  const m = useWords();
  return (
    <div className="td-foot-steps">
      <p>
        {border === null ? (
          <span className="td-small td-weak">{m["split.noBorder"]}</span>
        ) : (
          <>
            {m["split.fineTune"]} <b>{clockTime(border, m.lang)}</b>
            <span className="td-small td-weak">{m["split.unit"]}</span>
          </>
        )}
      </p>
      <div className="td-foot-buttons">
        {steps.map((step) => (
          <button
            key={step}
            type="button"
            disabled={border === null}
            aria-label={m["split.step"](step)}
            onClick={() => onStep(step)}
          >
            {step < 0 ? `−${-step}` : `+${step}`}
          </button>
        ))}
      </div>
    </div>
  );
}
