import { ProjectMark } from "../../ui/project-mark.tsx";
import { effectText, percentText, whatText, whenText } from "./item-text.ts";
import type { ListContext } from "./list-context.ts";
import { MonthTag } from "./month-tag.tsx";
import { effectOf, type Group, type Item, keyOf, tickOf } from "./selection.ts";
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
        <span className="approvals-who">
          <span>
            <b>{item.person.name}</b> <span className="td-second approvals-when">{when}</span>
          </span>
          <span className="td-small td-second">{what}</span>
          {!isAlone && <MonthTag item={item} />}
        </span>
        <Change item={item} list={list} />
      </button>
    </li>
  );
}

/** The minutes, the project, and for overtime its percentage. */
function Change({ item, list }: { item: Item; list: ListContext }) {
  const m = useWords();
  const effect = effectOf([item]);
  const project = item.project === null ? undefined : list.projects.get(item.project);
  const percent = percentText(item.overtime);
  return (
    <span className="approvals-change">
      {effect.minutes === 0 ? (
        <span className="td-small">{m["approvals.unchanged"]}</span>
      ) : (
        <b>{effectText(effect)}</b>
      )}
      <span className="td-small td-second approvals-project">
        {percent && <span>{percent}</span>}
        {project && <ProjectMark project={project} striped={list.striped.has(project.id)} />}
        {project && <span>{project.shortName}</span>}
      </span>
    </span>
  );
}
