import { longDate } from "../../../format.ts";
import { Button } from "../../../ui/button.tsx";
import { Sheet } from "../../../ui/sheet.tsx";
import { datesOf, type Row } from "./check.ts";
import type { Doing, ListContext } from "./context.ts";
import { DayEvidence } from "./evidence.tsx";
import { ProjectForm } from "./project-form.tsx";
import { NoteForm, PunchForm } from "./punch-form.tsx";
import { ReturnForm } from "./return-form.tsx";
import { useWords, type Words } from "./words.ts";

interface DoingProps {
  readonly doing: Doing;
  readonly list: Pick<ListContext, "canAct" | "onDo" | "onApprove">;
  /** Sends what mends a line; `text` says what was done. */
  readonly onMend: (row: Row, text: string, work: () => Promise<unknown>) => void;
  readonly onReturn: (rows: readonly Row[], reason: string) => void;
}

interface MendSheetProps extends Omit<DoingProps, "doing"> {
  readonly doing: Doing | null;
  readonly onClose: () => void;
}

/** What lies over the checks while something is mended: the day behind it, and what to say. */
export function MendSheet({ doing, onClose, ...doings }: MendSheetProps) {
  const m = useWords();
  return (
    <Sheet isOpen={doing !== null} title={doing === null ? "" : titleOf(m, doing)} onClose={onClose}>
      {doing && <Inside key={doing.way} doing={doing} {...doings} />}
    </Sheet>
  );
}

function Inside({ doing, list, onMend, onReturn }: DoingProps) {
  const { way, rows } = doing;
  const [row] = rows;
  if (row === undefined) return null;
  if (way === "return") return <ReturnForm rows={rows} onReturn={onReturn} />;
  if (way === "project") return <ProjectForm row={row} onMend={onMend} />;
  const [date] = datesOf(row);
  if (date === undefined) return null;
  const about = { row, date, onMend };
  const isOffer = way === "punch" && row.items[0]?.proposal !== null;
  return (
    <>
      <DayEvidence person={row.person} date={date} />
      {way === "evidence" && <Answers row={row} list={list} />}
      {way === "note" && <NoteForm {...about} />}
      {(way === "punch" || way === "time") && <PunchForm {...about} isOffer={isOffer} />}
    </>
  );
}

function Answers({ row, list }: Pick<DoingProps, "list"> & { readonly row: Row }) {
  const m = useWords();
  return (
    <div className="period-acts">
      <Button disabled={!list.canAct} onClick={() => list.onDo({ way: "return", rows: [row] })}>
        {m["period.mend.return"]}
      </Button>
      <Button kind="tint" icon="check" disabled={!list.canAct} onClick={() => list.onApprove([row])}>
        {m["period.approve"]}
      </Button>
    </div>
  );
}

function titleOf(m: Words, { way, rows }: Doing): string {
  const [row] = rows;
  if (way === "return") return m["period.mend.return"];
  if (row === undefined) return "";
  const dates = datesOf(row);
  const [date] = dates;
  const when = dates.length === 1 && date !== undefined ? longDate(date, m.lang) : m["period.days"](dates.length);
  return `${row.person.name} · ${when}`;
}
