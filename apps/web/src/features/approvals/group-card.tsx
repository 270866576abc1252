import { Button } from "../../ui/button.tsx";
import { ItemRow } from "./item-row.tsx";
import { groupName } from "./item-text.ts";
import type { ListContext } from "./list-context.ts";
import { MonthTag } from "./month-tag.tsx";
import { type Group, keyOf, tickOf } from "./selection.ts";
import { Tick } from "./tick.tsx";
import { useWords } from "./words.ts";

/** Things of one kind under one tick; a single one has its buttons instead, until it is ticked with everything. */
export function GroupCard({ group, list }: { group: Group; list: ListContext }) {
  const m = useWords();
  const { items } = group;
  const [sole] = items;
  if (sole === undefined) return null;
  const name = groupName(m, group, list.today);
  const tick = tickOf(list.selection, items);
  const isAlone = items.length === 1;
  const hasTick = !isAlone || tick !== "none";
  return (
    <section className="td-card approvals-group" aria-label={name}>
      <div className="approvals-group-head" data-ticks={hasTick || undefined}>
        {hasTick && (
          <Tick state={tick} label={m["approvals.allOf"](name, items.length)} onToggle={() => list.onToggle(items)} />
        )}
        <h2>
          <b>{name}</b> <span className="td-second">{items.length}</span>
        </h2>
        {!isAlone && tick === "all" && <span className="td-small td-second">{m["approvals.allTicked"]}</span>}
        {isAlone && <MonthTag item={sole} />}
      </div>
      <ul>
        {items.map((item) => (
          <ItemRow key={keyOf(item.ref)} item={item} kind={group.kind} list={list} isAlone={isAlone} />
        ))}
      </ul>
      {!hasTick && (
        <div className="approvals-answer">
          <Button disabled={!list.canAnswer} onClick={() => list.onReturn(items)}>
            {m["approvals.returnWhy"]}
          </Button>
          <Button kind="tint" icon="check" disabled={!list.canAnswer} onClick={() => list.onApprove(items)}>
            {m["approvals.approve"]}
          </Button>
        </div>
      )}
    </section>
  );
}
