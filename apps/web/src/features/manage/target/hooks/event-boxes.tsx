import { useId } from "react";
import type { Hooks } from "../../../../api.ts";
import { CheckField } from "../../check-field.tsx";
import { type HookEvent, toggled } from "./hook-draft.ts";
import { eventName } from "./hook-text.ts";
import { useWords } from "./words.ts";

interface EventBoxesProps {
  readonly types: Hooks["types"];
  readonly chosen: readonly HookEvent[];
  readonly onChange: (events: HookEvent[]) => void;
}

/** What a hook may be told, each with a sentence. */
export function EventBoxes({ types, chosen, onChange }: EventBoxesProps) {
  const m = useWords();
  const label = useId();
  const order = types.map(({ name }) => name);
  const hasAll = chosen.length === order.length;
  return (
    <fieldset className="form-options" aria-labelledby={label}>
      <div className="hooks-events-head">
        <span id={label} className="td-small td-second">
          {m["hook.events"]}
        </span>
        <button type="button" className="td-plain hooks-act" onClick={() => onChange(hasAll ? [] : order)}>
          {m[hasAll ? "hook.eventsNone" : "hook.eventsAll"]}
        </button>
      </div>
      {types.map((type) => (
        <CheckField
          key={type.name}
          name={eventName(m, type.name)}
          effect={type[m.lang]}
          value={chosen.includes(type.name)}
          onChange={() => onChange(toggled(chosen, type.name, order))}
        />
      ))}
    </fieldset>
  );
}
