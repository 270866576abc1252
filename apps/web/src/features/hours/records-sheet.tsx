import type { DayDetail, PunchView } from "../../api.ts";
import { longDate, shortDate, timeSpan } from "../../format.ts";
import { Sheet } from "../../ui/sheet.tsx";
import { punchName } from "./day-entry.tsx";
import { useWords, type Words } from "./words.ts";

interface RecordsSheetProps {
  readonly isOpen: boolean;
  readonly detail: DayDetail;
  readonly onClose: () => void;
}

/** DingTalk's rows as they were received, in DingTalk's own words; invalid ones struck and explained. */
export function RecordsSheet({ isOpen, detail, onClose }: RecordsSheetProps) {
  const m = useWords();
  // A phone may still hold a day from before these were told.
  const { punches, leaves, granted = [], workday } = detail;
  const ordered = [...punches].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return (
    <Sheet isOpen={isOpen} title={m["hours.rawOf"](longDate(workday.date, m.lang))} onClose={onClose}>
      {punches.length + leaves.length + granted.length === 0 && (
        <p className="td-second hours-records-none">{m["hours.rawNone"]}</p>
      )}
      <ul className="hours-records">
        {ordered.map((punch) => (
          <PunchRecord key={punch.id} punch={punch} />
        ))}
        {leaves.map(({ from, to, code, receivedAt }) => (
          <li key={from} className="hours-record">
            <b>{leaveName(m, code)}</b>
            {receivedAt && <span className="td-small td-weak">{m["hours.received"](stampText(receivedAt))}</span>}
            <span className="td-small td-second">{`${stampText(from)} – ${stampText(to)}`}</span>
          </li>
        ))}
        {granted.map((one) => (
          <li key={`${one.kind} ${one.start} ${one.receivedAt}`} className="hours-record">
            <b>{m[`hours.granted.${one.lieu ? "lieu" : one.kind}`]}</b>
            <span className="td-small td-weak">{m["hours.received"](stampText(one.receivedAt))}</span>
            <span className="td-small td-second">
              {`${timeSpan(one.start, one.end, m.lang)} · ${m[`hours.grantedBy.${one.source}`]}`}
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function PunchRecord({ punch }: { punch: PunchView }) {
  const m = useWords();
  const title = `${punch.at.slice(11, 19)} ${punchName(m, punch)}`;
  const facts = [
    wordOf(m, "hours.result", punch.result),
    wordOf(m, "hours.source", punch.sourceType),
    punch.machine,
    punch.address,
  ].filter((fact): fact is string => fact !== null && fact !== "");
  return (
    <li className="hours-record">
      <b>{punch.valid ? title : <del>{title}</del>}</b>
      <span className="td-small td-weak">{m["hours.received"](stampText(punch.receivedAt))}</span>
      {!punch.valid && (
        <span className="td-small">
          {m["hours.invalid"](wordOf(m, "hours.invalid", punch.invalidReason) ?? m["hours.invalid.Other"])}
        </span>
      )}
      {facts.length > 0 && <span className="td-small td-second">{facts.join(" · ")}</span>}
    </li>
  );
}

/** DingTalk's code in its own words; text that is no code stays as it came. */
function wordOf(
  m: Words,
  family: "hours.result" | "hours.source" | "hours.invalid",
  code: string | null,
): string | null {
  if (code === null) return null;
  const word: unknown = Reflect.get(m, `${family}.${code}`);
  return typeof word === "string" ? word : code;
}

// Most leave codes are ids that nobody can read; some companies' are names.
function leaveName(m: Words, code: string | null): string {
  return code !== null && /\p{Script=Han}/u.test(code) ? code : m["hours.rawLeave"];
}

function stampText(instant: string): string {
  return `${shortDate(instant.slice(0, 10))} ${instant.slice(11, 16)}`;
}
