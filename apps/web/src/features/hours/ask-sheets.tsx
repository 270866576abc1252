import { formatClockTime } from "@today/core/time/clock-time";
import { useState } from "react";
import type { ProjectBrief } from "../../api.ts";
import { duration } from "../../format.ts";
import { ProjectMark } from "../../ui/project-mark.tsx";
import { Segments } from "../../ui/segments.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { TimeField } from "../../ui/time-field.tsx";
import { AskForm } from "./ask-form.tsx";
import { type Correcting, useAnswererName } from "./correcting.ts";
import type { AskedContent } from "./day-asking.ts";
import type { ShownRequest } from "./day-requests.ts";
import type { DaySheet } from "./day-sheet.ts";
import { mayBeLieu, offeredOvertime, offeredPunch } from "./offered-times.ts";
import { useWords, type Words } from "./words.ts";

interface FormProps {
  readonly correcting: Correcting;
  /** What came back and is explained once more. */
  readonly again: ShownRequest | null;
  readonly onSend: (content: AskedContent, reason: string) => void;
}

interface AskSheetsProps extends FormProps {
  readonly sheet: DaySheet | null;
  /** What was chosen and wants a reason. */
  readonly project: ProjectBrief | null;
  readonly onClose: () => void;
}

/** The sheets that ask: a missing punch, overtime, an explanation, another project. */
export function AskSheets({ sheet, project, onClose, ...form }: AskSheetsProps) {
  const m = useWords();
  return (
    <>
      <Sheet isOpen={sheet === "punch"} title={m["correct.punch"]} onClose={onClose}>
        <PunchForm {...form} />
      </Sheet>
      <Sheet isOpen={sheet === "overtime"} title={m["correct.overtime"]} onClose={onClose}>
        <OvertimeForm {...form} />
      </Sheet>
      <Sheet isOpen={sheet === "note"} title={m["correct.note"]} onClose={onClose}>
        <NoteForm {...form} />
      </Sheet>
      <Sheet isOpen={sheet === "reason" && project !== null} title={m["correct.why"]} onClose={onClose}>
        {project && <PickForm project={project} {...form} />}
      </Sheet>
    </>
  );
}

const nextDayNoon = 36 * 60;

function PunchForm({ correcting, again, onSend }: FormProps) {
  const m = useWords();
  const offer = offeredPunch(correcting.detail);
  const [kind, setKind] = useState(again?.kind === "clock-in" ? again.kind : again ? "clock-out" : offer.kind);
  const [at, setAt] = useState(again?.at ?? offer.at);
  return (
    <AskForm
      usual={punchReasons(m)}
      preselected={correcting.isOwn && again === null}
      label={correcting.sendLabel}
      onSend={(reason) => onSend({ kind, at: formatClockTime(at) }, reason)}
    >
      <Segments
        label={m["correct.whichPunch"]}
        options={{ "clock-in": m["correct.on"], "clock-out": m["correct.off"] }}
        value={kind}
        onChange={setKind}
      />
      <TimeField
        label={m[kind === "clock-in" ? "correct.onTime" : "correct.offTime"]}
        value={at}
        first={0}
        last={nextDayNoon}
        onChange={setAt}
      />
    </AskForm>
  );
}

function OvertimeForm({ correcting, again, onSend }: FormProps) {
  const m = useWords();
  const { detail, sendLabel } = correcting;
  const offer = offeredOvertime(detail);
  const [start, setStart] = useState(again?.at ?? offer.start);
  const [end, setEnd] = useState(again?.until ?? offer.end);
  const [lieu, setLieu] = useState(false);
  const isForward = end > start;
  const span = { kind: "overtime", start: formatClockTime(start), end: formatClockTime(end), lieu } as const;
  return (
    <AskForm
      usual={[m["ask.reason.rush"], m["ask.reason.night"]]}
      label={sendLabel}
      canSend={isForward}
      onSend={(reason) => onSend(span, reason)}
    >
      <TimeField label={m["correct.start"]} value={start} first={0} last={nextDayNoon} onChange={setStart} />
      <TimeField label={m["correct.end"]} value={end} first={0} last={nextDayNoon} onChange={setEnd} />
      <p className="td-small td-second" role="status">
        {isForward ? m["correct.overtimeLength"](duration(end - start)) : m["correct.endFirst"]}
      </p>
      {mayBeLieu(detail.workday) && (
        <label className="hours-lieu">
          <input
            type="checkbox"
            role="switch"
            aria-checked={lieu}
            checked={lieu}
            onChange={({ target }) => setLieu(target.checked)}
          />
          <span>{m["correct.lieu"]}</span>
        </label>
      )}
    </AskForm>
  );
}

function NoteForm({ correcting, onSend }: FormProps) {
  const m = useWords();
  return (
    <AskForm
      usual={punchReasons(m)}
      label={correcting.sendLabel}
      onSend={(reason) => onSend({ kind: "note" }, reason)}
    />
  );
}

function PickForm({ correcting, project, onSend }: FormProps & { readonly project: ProjectBrief }) {
  const m = useWords();
  const to = useAnswererName(project.id);
  return (
    <AskForm
      usual={[m["ask.reason.wrong"], m["ask.reason.moved"], m["ask.reason.forgot"]]}
      label={correcting.isOwn ? m["ask.sendTo"](to) : correcting.sendLabel}
      onSend={(reason) => onSend({ kind: "pick", projectId: project.id, from: null }, reason)}
    >
      <p className="hours-chosen">
        <ProjectMark project={project} />
        <span>{project.name}</span>
      </p>
    </AskForm>
  );
}

function punchReasons(m: Words): string[] {
  return [m["ask.reason.forgot"], m["ask.reason.battery"], m["ask.reason.signal"], m["ask.reason.outside"]];
}
