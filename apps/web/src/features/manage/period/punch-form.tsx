import { useQuery } from "@tanstack/react-query";
import type { WorkDate } from "@today/core/time/date";
import type { Minutes } from "@today/core/time/minutes";
import { useState } from "react";
import { TimeField } from "../../../ui/time-field.tsx";
import type { Row } from "./check.ts";
import { Form } from "./form.tsx";
import { noteRequest, punchRequests, sendRequests } from "./mends.ts";
import { evidenceQuery } from "./queries.ts";
import { useReason } from "./reason.ts";
import { timeText } from "./text.ts";
import { useWords, type Words } from "./words.ts";

interface FormProps {
  readonly row: Row;
  readonly date: WorkDate;
  readonly onMend: (row: Row, text: string, work: () => Promise<unknown>) => void;
}

const nextDayNoon = 36 * 60;
const morning = 9 * 60;
const evening = 18 * 60;

/** Enters the punch that is missing: the offered one, or one at a time to be chosen; of a day without any both. */
export function PunchForm({ row, date, onMend, isOffer }: FormProps & { readonly isOffer: boolean }) {
  const m = useWords();
  const { person, items } = row;
  const [item] = items;
  const reason = useReason(punchReasons(m));
  const { data: seen } = useQuery(evidenceQuery(person.id, date));
  const [chosenOn, setOn] = useState<Minutes | null>(null);
  const [chosenOff, setOff] = useState<Minutes | null>(null);
  const sections = seen?.workday.shift?.sections ?? [];
  const on = item?.what === "missing-out" ? null : (chosenOn ?? sections[0]?.start ?? morning);
  const off =
    item?.what === "missing-in" ? null : (chosenOff ?? item?.proposal?.end ?? sections.at(-1)?.end ?? evening);
  const isInOrder = on === null || off === null || on < off;
  const send = () => {
    const requests = punchRequests({ personId: person.id, date, reason: reason.text }, on, off);
    reason.keep();
    onMend(row, doneText(m, on, off), () => sendRequests(requests));
  };
  const label = m["period.mend.saveFor"](person.name, doText(m, on, off));
  return (
    <Form label={label} reason={reason} canSend={isInOrder} onSend={send}>
      {!isOffer && on !== null && (
        <TimeField label={m["period.mend.onTime"]} value={on} first={0} last={nextDayNoon} onChange={setOn} />
      )}
      {!isOffer && off !== null && (
        <TimeField label={m["period.mend.offTime"]} value={off} first={0} last={nextDayNoon} onChange={setOff} />
      )}
      {!isInOrder && <p role="status">{m["period.mend.order"]}</p>}
    </Form>
  );
}

/** Explains a day for somebody; its hours stay. */
export function NoteForm({ row, date, onMend }: FormProps) {
  const m = useWords();
  const reason = useReason(punchReasons(m));
  const send = () => {
    const request = noteRequest({ personId: row.person.id, date, reason: reason.text });
    reason.keep();
    onMend(row, m["period.mend.noted"], () => sendRequests([request]));
  };
  return (
    <Form label={m["period.mend.saveFor"](row.person.name, m["period.way.note"])} reason={reason} onSend={send}>
      <p className="td-small td-second">{m["period.mend.noteWhy"]}</p>
    </Form>
  );
}

function doText(m: Words, on: Minutes | null, off: Minutes | null): string {
  if (on !== null && off !== null) return m["period.mend.fillBoth"](timeText(m, on), timeText(m, off));
  if (on !== null) return m["period.mend.fillIn"](timeText(m, on));
  return m["period.fill"](timeText(m, off ?? evening));
}

function doneText(m: Words, on: Minutes | null, off: Minutes | null): string {
  if (on !== null && off !== null) return m["period.mend.filledBoth"](timeText(m, on), timeText(m, off));
  if (on !== null) return m["period.mend.filledIn"](timeText(m, on));
  return m["period.mend.filled"](timeText(m, off ?? evening));
}

function punchReasons(m: Words): string[] {
  return [m["ask.reason.forgot"], m["period.mend.told"], m["period.mend.phone"], m["ask.reason.signal"]];
}
