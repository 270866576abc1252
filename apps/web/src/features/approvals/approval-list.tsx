import type { Approvals } from "../../api.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { GroupCard } from "./group-card.tsx";
import type { ListContext } from "./list-context.ts";
import { itemsOf, tickOf } from "./selection.ts";
import { Tick } from "./tick.tsx";
import { useWords } from "./words.ts";

/** One tick for everything, then the groups, then what is not listed here. */
export function ApprovalList({ page, list }: { page: Approvals; list: ListContext }) {
  const m = useWords();
  const items = itemsOf(page);
  const { own, more } = page;
  const all = m["approvals.all"](items.length);
  return (
    <div className="td-body approvals-list">
      {items.length === 0 && <EmptyState>{m["approvals.done"]}</EmptyState>}
      {items.length > 1 && (
        <div className="approvals-all">
          <Tick state={tickOf(list.selection, items)} label={all} onToggle={() => list.onToggle(items)} />
          <span aria-hidden="true">{all}</span>
        </div>
      )}
      {page.groups.map((group) => (
        <GroupCard key={group.kind} group={group} list={list} />
      ))}
      {more > 0 && <p className="td-small td-second approvals-note">{m["approvals.more"](more)}</p>}
      {own.count > 0 && (
        <p className="td-small td-second approvals-note">
          {own.to ? m["approvals.own"](own.count, own.to.name) : m["approvals.ownHr"](own.count)}
        </p>
      )}
    </div>
  );
}
