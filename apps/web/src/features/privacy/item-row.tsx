import { Icon } from "../../ui/icon.tsx";
import { Tag } from "../../ui/tag.tsx";
import { iconOf, keptText, type NoticeItem, readersText, titleOf, whatOf, whyOf } from "./item-text.ts";
import { useWords } from "./words.ts";

interface ItemProps {
  readonly item: NoticeItem;
  readonly isChanged: boolean;
}

/** One line of the first page: what, how long, what for. */
export function ItemRow({ item, isChanged }: ItemProps) {
  const m = useWords();
  return (
    <li className="privacy-item">
      <Icon name={iconOf(item)} size="1.5rem" />
      <div>
        <h3 className="privacy-item-head">
          <b>
            {titleOf(m, item)} {isChanged && <Tag tone="todo">{m["privacy.changed"]}</Tag>}
          </b>
          <b className="privacy-kept">{keptText(m, item)}</b>
        </h3>
        <p className="td-small td-second">{whyOf(m, item)}</p>
      </div>
    </li>
  );
}

/** One item of the full notice: also what exactly belongs to it and who sees it. */
export function FullItem({ item, isChanged }: ItemProps) {
  const m = useWords();
  const left = item.keep.unit === "days" ? item.keep.left : "nothing";
  return (
    <li className="td-card privacy-full">
      <h3 className="privacy-item-head">
        <b>
          {titleOf(m, item)} {isChanged && <Tag tone="todo">{m["privacy.changed"]}</Tag>}
        </b>
        <b className="privacy-kept">{keptText(m, item)}</b>
      </h3>
      <p>{whatOf(m, item)}</p>
      <dl className="td-small privacy-facts">
        <dt>{m["privacy.whyHead"]}</dt>
        <dd>{whyOf(m, item)}</dd>
        <dt>{m["privacy.readersHead"]}</dt>
        <dd>{readersText(m, item.readers)}</dd>
        {left !== "nothing" && (
          <>
            <dt>{m["privacy.afterwards"]}</dt>
            <dd>{m[`privacy.left.${left}`]}</dd>
          </>
        )}
      </dl>
    </li>
  );
}
