import { EffectText, ProjectText } from "./effect.tsx";
import { whatText, whenText } from "./item-text.ts";
import type { ListContext } from "./list-context.ts";
import { MonthTag } from "./month-tag.tsx";
import { type Group, type Item, keyOf, tickOf } from "./selection.ts";
import { Tick } from "./tick.tsx";
import { useWords } from "./words.ts";

interface ItemRowProps {
  readonly item: Item;
  readonly kind: Group["kind"];
  readonly list: ListContext;
  /** The only one of its group: the group's head has its tick and tag. */
  readonly isAlone: boolean;
}

/** Who, which day, what and why, and what it changes; a tap opens the evidence. */
export function ItemRow({ item, kind, list, isAlone }: ItemRowProps) {
  const m = useWords();
  const key = keyOf(item.ref);
  const when = whenText(m, kind, item);
  const what = whatText(m, kind, item);
  return (
    <li className="approvals-row" data-ticks={!isAlone || undefined} data-open={key === list.open || undefined}>
      {!isAlone && (
        <Tick
          state={tickOf(list.selection, [item])}
          label={m["approvals.tick"](`${item.person.name} ${when} ${what}`)}
          onToggle={() => list.onToggle([item])}
        />
      )}
      <button
        type="button"
        className="approvals-item"
        aria-current={key === list.open || undefined}
        onClick={() => list.onOpen(item)}
      >
        <span className="approvals-line">
          <span>
            <b>{item.person.name}</b> <span className="td-second approvals-when">{when}</span>
          </span>
          <EffectText item={item} />
        </span>
        <span className="approvals-line td-small td-second">
          <span>{what}</span>
          <ProjectText item={item} of={list} />
        </span>
        {!isAlone && <MonthTag item={item} />}
      </button>
    </li>
  );
}
