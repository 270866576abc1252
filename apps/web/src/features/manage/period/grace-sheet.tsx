import { useQuery } from "@tanstack/react-query";
import { addDays, type WorkDate } from "@today/core/time/date";
import { useState } from "react";
import type { PersonBrief } from "../../../api.ts";
import { longDate } from "../../../format.ts";
import { useSettled } from "../../../settled.ts";
import { Answered } from "../../../ui/answered.tsx";
import { SearchField } from "../../../ui/search-field.tsx";
import { Sheet } from "../../../ui/sheet.tsx";
import { Form } from "./form.tsx";
import type { Grace } from "./granting.ts";
import { peopleQuery } from "./queries.ts";
import { useReason } from "./reason.ts";
import { useWords } from "./words.ts";

interface GraceSheetProps {
  /** For whom it is open; `nobody` finds somebody first, null is closed. */
  readonly to: Grace | "nobody" | null;
  readonly today: WorkDate;
  readonly onClose: () => void;
  readonly onGive: (grace: Grace) => void;
}

/** Finds somebody and lets them change their days until a day. */
export function GraceSheet({ to, today, onClose, onGive }: GraceSheetProps) {
  const m = useWords();
  return (
    <Sheet isOpen={to !== null} title={m["period.graceGive"]} onClose={onClose}>
      {to !== null && <Inside before={to === "nobody" ? null : to} today={today} onGive={onGive} />}
    </Sheet>
  );
}

function Inside({ before, today, onGive }: Pick<GraceSheetProps, "today" | "onGive"> & { before: Grace | null }) {
  const [person, setPerson] = useState(before?.person ?? null);
  if (person === null) return <Finder onFind={setPerson} />;
  return <Until person={person} before={before} today={today} onGive={onGive} />;
}

function Finder({ onFind }: { onFind: (person: PersonBrief) => void }) {
  const m = useWords();
  const [typed, setTyped] = useState("");
  const q = useSettled(typed.trim());
  const people = useQuery(peopleQuery(q));
  return (
    <div className="period-form">
      <SearchField label={m["period.graceFind"]} value={typed} onChange={setTyped} />
      {q !== "" && (
        <Answered query={people} skeleton={[3, 3]}>
          {(found) =>
            found.length === 0 ? (
              <p>{m["period.graceNobody"]}</p>
            ) : (
              <ul className="period-found">
                {found.map((person) => (
                  <li key={person.id}>
                    <button type="button" onClick={() => onFind(person)}>
                      <b>{person.name}</b>
                      {person.title !== null && <span className="td-small td-second">{person.title}</span>}
                    </button>
                  </li>
                ))}
              </ul>
            )
          }
        </Answered>
      )}
    </div>
  );
}

const usualDays = 3;

interface UntilProps extends Pick<GraceSheetProps, "today" | "onGive"> {
  readonly person: PersonBrief;
  readonly before: Grace | null;
}

function Until({ person, before, today, onGive }: UntilProps) {
  const m = useWords();
  const [until, setUntil] = useState<WorkDate>(
    before !== null && before.until >= today ? before.until : addDays(today, usualDays),
  );
  const reason = useReason([m["period.grace.trip"], m["period.grace.leave"], m["period.grace.signal"]]);
  const isDate = until >= today;
  return (
    <Form
      label={m["period.graceSave"](person.name, isDate ? longDate(until, m.lang) : "…")}
      reason={reason}
      canSend={isDate}
      onSend={() => {
        reason.keep();
        onGive({ person, until, reason: reason.text });
      }}
    >
      <p>
        <b>{person.name}</b> {person.title !== null && <span className="td-small td-second">{person.title}</span>}
      </p>
      <label className="period-date">
        <span className="td-small td-second">{m["period.graceUntil"]}</span>
        <input type="date" min={today} value={until} onChange={({ target }) => setUntil(target.value)} />
      </label>
    </Form>
  );
}
