import { longDate } from "../../format.ts";
import { Sheet } from "../../ui/sheet.tsx";
import { datesOf, type Row } from "./period-check.ts";
import type { Doing } from "./period-context.ts";
import { DayEvidence } from "./period-evidence.tsx";
import { ProjectForm } from "./period-project-form.tsx";
import { NoteForm, PunchForm } from "./period-punch-form.tsx";
import { ReturnForm } from "./period-return-form.tsx";
import { useWords, type Words } from "./period-words.ts";

interface MendSheetProps {
  readonly doing: Doing | null;
  readonly onClose: () => void;
  /** Sends what mends a line; `text` says what was done. */
  readonly onMend: (row: Row, text: string, work: () => Promise<unknown>) => void;
  readonly onReturn: (rows: readonly Row[], reason: string) => void;
}

/** What lies over the checks while something is mended: the day behind it, and what to say. */
export function MendSheet({ doing, onClose, onMend, onReturn }: MendSheetProps) {
  const m = useWords();
  return (
    <Sheet isOpen={doing !== null} title={doing === null ? "" : titleOf(m, doing)} onClose={onClose}>
      {doing && (
        <Inside
          doing={doing}
          onMend={(...mend) => {
            onClose();
            onMend(...mend);
          }}
          onReturn={(...given) => {
            onClose();
            onReturn(...given);
          }}
        />
      )}
    </Sheet>
  );
}

function Inside({
  doing: { way, rows },
  onMend,
  onReturn,
}: Omit<MendSheetProps, "doing" | "onClose"> & { doing: Doing }) {
  const [row] = rows;
  if (row === undefined) return null;
  if (way === "return") return <ReturnForm rows={rows} onReturn={onReturn} />;
  if (way === "project") return <ProjectForm row={row} onMend={onMend} />;
  const [date] = datesOf(row);
  if (date === undefined) return null;
  const evidence = <DayEvidence person={row.person} date={date} />;
  if (way === "evidence") return evidence;
  const about = { row, date, onMend };
  return (
    <>
      {evidence}
      {way === "note" ? <NoteForm {...about} /> : <PunchForm {...about} isOffer={way === "punch"} />}
    </>
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
