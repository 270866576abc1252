import type { WorkDate } from "@today/core/time/date";
import { Icon } from "../../../ui/icon.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { fullDate } from "../date-text.ts";
import { type Dated, isLocked, standingOf } from "./dated.ts";
import { useWords } from "./words.ts";

interface DatedListProps<Entry extends Dated> {
  /** In order of their dates. */
  readonly entries: readonly Entry[];
  readonly today: WorkDate;
  readonly openFrom: WorkDate | null;
  readonly textOf: (entry: Entry) => string;
  /** Null for those who may only read, and while something else is being saved. */
  readonly onRemove: ((entry: Entry) => void) | null;
}

/** What held from which date on, the newest first; the entries of open days can be taken back. */
export function DatedList<Entry extends Dated>(props: DatedListProps<Entry>) {
  const m = useWords();
  return (
    <section>
      <h3 className="people-sub">{m["people.history"]}</h3>
      <ul className="people-dated">
        {[...props.entries].reverse().map((entry) => (
          <Row key={entry.startsOn ?? ""} entry={entry} list={props} />
        ))}
      </ul>
    </section>
  );
}

function Row<Entry extends Dated>({ entry, list }: { entry: Entry; list: DatedListProps<Entry> }) {
  const m = useWords();
  const standing = standingOf(list.entries, entry, list.today);
  const { startsOn } = entry;
  const locked = isLocked(entry, list.openFrom);
  const when = startsOn === null ? m["people.always"] : m["people.from"](fullDate(startsOn, m.lang));
  return (
    <li className="people-dated-item" data-standing={standing}>
      <span className="people-dated-text">
        <b>{list.textOf(entry)}</b>{" "}
        {standing !== "past" && <Tag tone={standing === "now" ? "blue" : "fact"}>{m[`people.${standing}`]}</Tag>}
        <span className="td-small td-second">{when}</span>
        {locked && (
          <span className="td-small td-weak people-locked">
            <Icon name="lock" /> {m["people.locked"]}
          </span>
        )}
      </span>
      {startsOn !== null && !locked && list.onRemove && (
        <button type="button" className="td-plain people-act" onClick={() => list.onRemove?.(entry)}>
          {m["people.remove"]}
          <span className="td-hidden">{when}</span>
        </button>
      )}
    </li>
  );
}
