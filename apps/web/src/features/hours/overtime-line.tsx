import type { OvertimeMonth } from "../../api.ts";
import { duration } from "../../format.ts";
import { Length } from "../../ui/length.tsx";
import { useWords, type Words } from "./words.ts";

interface OvertimeLineProps {
  readonly of: OvertimeMonth;
  /** Only the month that is running has an end to come. */
  readonly isThisMonth: boolean;
}

/** `本月加班 8h30，月底约 15h00，上限 36h00`, with the hours a standard month has; amber from 24 hours on. */
export function OvertimeLine({ of, isThisMonth }: OvertimeLineProps) {
  const m = useWords();
  const share = Math.min(1, of.minutes / Math.max(1, of.limit));
  return (
    <section className="td-card hours-overtime" data-near={of.level !== null || undefined}>
      <p>{bold(textOf(m, of, isThisMonth))}</p>
      {of.system !== "irregular" && (
        <div className="hours-overtime-bar" aria-hidden="true">
          <span style={{ width: `${share * 100}%` }} />
        </div>
      )}
      <p className="td-small td-weak">{factsOf(m, of).join(" · ")}</p>
    </section>
  );
}

const kinds = { workday: "1.5", rest: "2", statutory: "3" } as const;

/** The month's overtime by kind, with the factor the law gives it. */
export function OvertimeKinds({ of }: { of: OvertimeMonth }) {
  const m = useWords();
  const rows = (["workday", "rest", "statutory"] as const).filter((kind) => of.kinds[kind] > 0);
  if (rows.length === 0 && of.lieu === 0) return null;
  return (
    <section className="td-card hours-totals" aria-labelledby="hours-overtime">
      <h2 id="hours-overtime">{m["overtime.byKind"]}</h2>
      <ul>
        {rows.map((kind) => (
          <li key={kind} className="hours-total hours-kind">
            <span>{m[`overtime.kind.${kind}`]}</span>
            <span className="td-second">×{kinds[kind]}</span>
            <b className="hours-total-sum">
              <Length minutes={of.kinds[kind]} />
            </b>
          </li>
        ))}
        {of.lieu > 0 && (
          <li className="hours-total hours-kind">
            <span>{m["overtime.lieu"]}</span>
            <span />
            <b className="hours-total-sum">
              <Length minutes={of.lieu} />
            </b>
          </li>
        )}
      </ul>
    </section>
  );
}

function textOf(m: Words, { month, minutes, forecast, limit }: OvertimeMonth, isThisMonth: boolean): string {
  if (isThisMonth) return m["overtime.line"](duration(minutes), hours(forecast), hours(limit));
  return m["overtime.lineOf"](Number(month.slice(5, 7)), duration(minutes), hours(limit));
}

function factsOf(m: Words, { system, waiting, standardMinutes, cycle }: OvertimeMonth): string[] {
  const facts =
    system === "irregular" ? [m["overtime.irregular"]] : [m["overtime.standard"](duration(standardMinutes))];
  if (cycle !== null) facts.push(m["overtime.cycle"](duration(cycle.attended), duration(cycle.planned)));
  if (waiting > 0) facts.push(m["overtime.waiting"](duration(waiting)));
  return facts;
}

/** Whole hours without their minutes: `36h`, `15h30`. */
function hours(minutes: number): string {
  return duration(minutes).replace(/h00$/, "h");
}

/** Between stars it is bold. */
function bold(text: string) {
  return text.split("*").map((part, index) => (index % 2 === 0 ? part : <b key={part}>{part}</b>));
}
