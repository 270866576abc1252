import { useState } from "react";
import type { Positions } from "../../../api.ts";
import { useOnline } from "../../../online.ts";
import { SearchField } from "../../../ui/search-field.tsx";
import { MutationState } from "../mutation-state.tsx";
import { type PositionEntry, tableOf, takesTitle, withTitle } from "./position-draft.ts";
import type { PositionActs } from "./queries.ts";
import { nameIn, otherNameIn } from "./title-text.ts";
import { useWords, whyNot } from "./words.ts";

interface TitleChoiceProps {
  readonly title: string;
  readonly held: Positions;
  readonly acts: PositionActs;
  readonly onDone: () => void;
}

/** Under which position a job title is put, those that most people bear first; one tap says it. */
export function TitleChoice({ title, held, acts, onDone }: TitleChoiceProps) {
  const m = useWords();
  const isOnline = useOnline();
  const [typed, setTyped] = useState("");
  const asked = typed.trim().toLowerCase();
  const found = held.positions.filter(({ code, nameZh, nameEn }) =>
    [code, nameZh, nameEn].some((text) => text.toLowerCase().includes(asked)),
  );
  const shown = [...found].sort((one, other) => other.people - one.people);
  const put = (position: PositionEntry) =>
    acts.act({
      table: withTitle(tableOf(held), position.code, title),
      text: m["position.putTo"](title, nameIn(m, position)),
      onDone,
    });
  return (
    <div className="form positions-choice">
      <SearchField label={m["position.find"]} value={typed} onChange={setTyped} />
      {!isOnline && <p className="td-small form-fault">{m["position.offline"]}</p>}
      <MutationState {...acts.change} why={(error) => whyNot(m, error)} />
      {shown.length === 0 && <p className="td-small td-second">{m["position.noneFound"]}</p>}
      <ul className="positions-options">
        {shown.map((position) => (
          <li key={position.code}>
            <button
              type="button"
              className="positions-option"
              disabled={!isOnline || acts.change.isPending || !takesTitle(position)}
              onClick={() => put(position)}
            >
              <span className="positions-code">{position.code}</span>
              <span>
                <b>{nameIn(m, position)}</b>
                <span className="td-small td-second">{otherNameIn(m, position)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
