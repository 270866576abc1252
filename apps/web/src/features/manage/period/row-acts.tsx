import { hashOf } from "../../../route.ts";
import { Button } from "../../../ui/button.tsx";
import { isAnswered, type Row, refOf } from "./check.ts";
import type { ListContext, Way } from "./context.ts";
import { offerText } from "./row-text.ts";
import { useWords } from "./words.ts";

interface ActsProps {
  readonly row: Row;
  readonly list: ListContext;
}

/** The buttons of a line. One's own things are mended where everybody mends theirs, and answered by others. */
export function RowActs({ row, list }: ActsProps) {
  const m = useWords();
  const { kind, person, items } = row;
  if (kind === "differs") return <OpenDifference row={row} />;
  const isOwn = person.id === list.me.id;
  if (kind === "not-settled") return null;
  if (kind === "grace-running") return <GraceActs row={row} list={list} />;
  if (isOwn && (isAnswered(kind) || items[0]?.requestId)) {
    return <p className="td-small td-second">{m["period.ownThing"]}</p>;
  }
  if (isOwn || kind === "allocation-rejected" || kind === "worklog-undelivered") return <OpenDay row={row} />;
  if (kind === "unassigned") {
    return (
      <div className="period-row-acts">
        <Do way="project" row={row} list={list} isFirst />
      </div>
    );
  }
  return kind === "missing-punch" && items[0]?.requestId === null ? (
    <PunchActs row={row} list={list} />
  ) : (
    <AnswerActs row={row} list={list} />
  );
}

function PunchActs({ row, list }: ActsProps) {
  const m = useWords();
  const offer = offerText(m, row);
  const isAbsent = row.items[0]?.what === "absent";
  return (
    <div className="period-row-acts">
      {offer !== null && <Do way="punch" row={row} list={list} text={offer} isFirst />}
      <Do way={offer === null ? "punch" : "time"} row={row} list={list} isFirst={offer === null && !isAbsent} />
      <Do way="note" row={row} list={list} isFirst={isAbsent} />
    </div>
  );
}

function AnswerActs({ row, list }: ActsProps) {
  const m = useWords();
  const [item] = row.items;
  if (item === undefined || refOf(item) === null) return null;
  return (
    <div className="period-row-acts">
      {row.kind === "missing-punch" && <span className="td-small td-second">{m["period.askedAlready"]}</span>}
      <Button kind="tint" disabled={!list.canAct} onClick={() => list.onApprove([row])}>
        {m["period.approve"]}
        <For person={row.person} />
      </Button>
      <Do way="return" row={row} list={list} />
      <Do way="evidence" row={row} list={list} />
    </div>
  );
}

function GraceActs({ row, list }: ActsProps) {
  const m = useWords();
  return (
    <div className="period-row-acts">
      <Button kind="tint" disabled={!list.canAct} onClick={() => list.onEndGrace(row)}>
        {m["period.endGrace"]}
        <For person={row.person} />
      </Button>
      <Button disabled={!list.canAct} onClick={() => list.onChangeGrace(row)}>
        {m["period.changeGrace"]}
        <For person={row.person} />
      </Button>
    </div>
  );
}

interface DoProps extends ActsProps {
  readonly way: Way;
  readonly text?: string;
  readonly isFirst?: boolean;
}

function Do({ way, row, list, text, isFirst = false }: DoProps) {
  const m = useWords();
  const isLook = way === "evidence";
  return (
    <Button
      kind={isFirst ? "tint" : "outline"}
      disabled={!isLook && !list.canAct}
      onClick={() => list.onDo({ way, rows: [row] })}
    >
      {text ?? m[`period.way.${way}`]}
      <For person={row.person} />
    </Button>
  );
}

/** Whose it is, for those who hear the buttons one by one. */
function For({ person }: Pick<Row, "person">) {
  return <span className="td-hidden"> {person.name}</span>;
}

function OpenDifference({ row: { person, items } }: { row: Row }) {
  const m = useWords();
  const { date, what } = items[0] ?? {};
  if (!date || !what) return null;
  return (
    <div className="period-row-acts">
      <a className="period-open" href={hashOf("manage", "difference", date, person.id, what)}>
        {m["period.openDifference"]}
        <For person={person} />
      </a>
    </div>
  );
}

function OpenDay({ row: { person, items } }: { row: Row }) {
  const m = useWords();
  const date = items[0]?.date;
  if (!date) return null;
  return (
    <div className="period-row-acts">
      <a className="period-open" href={hashOf("hours", date, "of", person.id)}>
        {m["period.openDay"]}
        <For person={person} />
      </a>
    </div>
  );
}
