import { useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { SaveState } from "../../../ui/save-state.tsx";
import { type Check, isAnswered, type Row, refOf, rowsOf } from "./check.ts";
import type { ListContext } from "./context.ts";
import { goneCount, shownRows } from "./gone.ts";
import { CheckRow } from "./row.tsx";
import { sumText } from "./row-text.ts";
import { countText } from "./text.ts";
import { useWords } from "./words.ts";

const few = 5;

/** One look before closing that found something: how much, who, and the buttons that mend it. */
export function CheckCard({ check, list }: { check: Check; list: ListContext }) {
  const m = useWords();
  const [showsAll, setShowsAll] = useState(false);
  const rows = rowsOf(check);
  const count = Math.max(0, check.count - goneCount(rows, list));
  const all = shownRows(rows, list, check.kind);
  const shown = showsAll ? all : all.slice(0, few);
  const notListed = check.count - check.items.length;
  const name = m[`period.check.${check.kind}`];
  return (
    <section className="td-card period-check" aria-label={name}>
      <h3>
        <b>{name}</b> <span className="td-second">{countText(count)}</span>
      </h3>
      {check.kind === "not-settled" && <p className="td-small td-second">{m["period.wait"]}</p>}
      <ul>
        {shown.map((row) => (
          <CheckRow key={row.key} row={row} list={list} />
        ))}
      </ul>
      {all.length > few && (
        <Button kind="quiet" block onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? m["period.showFew"] : m["period.showAll"](all.length)}
        </Button>
      )}
      {showsAll && notListed > 0 && <p className="td-small td-weak">{m["period.more"](countText(notListed))}</p>}
      {list.saving && list.answered === check.kind && <SaveState of={list.saving} />}
      {isAnswered(check.kind) && list.isHr && <Together rows={answerable(shown, list)} list={list} />}
    </section>
  );
}

/** What can be answered at once is what is seen; nobody answers their own. */
function answerable(rows: readonly Row[], { me, mends }: ListContext): Row[] {
  return rows.filter(
    ({ key, person, items: [item] }) => item && refOf(item) !== null && person.id !== me.id && !mends.has(key),
  );
}

function Together({ rows, list }: { rows: readonly Row[]; list: ListContext }) {
  const m = useWords();
  if (rows.length < 2) return null;
  const sum = sumText(rows);
  return (
    <div className="period-together">
      <Button disabled={!list.canAct} onClick={() => list.onDo({ way: "return", rows })}>
        {m["period.returnThese"](rows.length)}
      </Button>
      <Button kind="tint" icon="check" disabled={!list.canAct} onClick={() => list.onApprove(rows)}>
        {m["period.approveThese"](rows.length)}
        {sum !== null && <span className="period-together-sum"> {sum}</span>}
      </Button>
    </div>
  );
}
