import { useId } from "react";
import type { Accounts } from "../../../api.ts";
import { thousands } from "../../../money.ts";
import { states, waits } from "./account-text.ts";
import { useWords } from "./words.ts";

type Counts = Accounts["counts"];

interface StateTilesProps {
  readonly counts: Counts;
  readonly state: keyof Counts;
  readonly onChange: (state: keyof Counts) => void;
}

/** How many accounts there are of each state, and which are shown; amber are those that wait for somebody. */
export function StateTiles({ counts, state, onChange }: StateTilesProps) {
  const m = useWords();
  const name = useId();
  return (
    <fieldset className="accounts-tiles">
      <legend className="td-hidden">{m["account.states"]}</legend>
      {states.map((one) => (
        <label
          key={one}
          className="accounts-tile"
          data-on={one === state || undefined}
          data-todo={(waits(one) && counts[one] > 0) || undefined}
        >
          <input type="radio" name={name} checked={one === state} onChange={() => onChange(one)} />
          <b>{thousands(counts[one])}</b>
          <span className="td-small">{m[`account.state.${one}`]}</span>
        </label>
      ))}
    </fieldset>
  );
}
