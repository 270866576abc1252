import { useQuery } from "@tanstack/react-query";
import type { CallSummary, Connection } from "../../../api.ts";
import { thousands } from "../../../money.ts";
import { Answered } from "../../../ui/answered.tsx";
import { useWorkDate } from "../work-date.ts";
import { MonthChart } from "./month-chart.tsx";
import { kindSums, type MonthDay, monthDays } from "./month-days.ts";
import { callSummaryQuery } from "./queries.ts";
import { useWords, wordOf } from "./words.ts";

/** 本月调用: what was used of the month's calls, as a picture, by kind, and as a table. */
export function MonthCard({ calls }: { calls: Connection["calls"] }) {
  const m = useWords();
  const query = useQuery(callSummaryQuery);
  return (
    <section className="td-card connection-card" aria-label={m["connection.month"]}>
      <div className="td-row">
        <h2 className="connection-sub">{m["connection.month"]}</h2>
        <span className="connection-figure">
          {m["connection.ofLimit"](thousands(calls.used), thousands(calls.limit))}
        </span>
      </div>
      <Answered query={query} skeleton={[9, 4]}>
        {(summary) => <Month summary={summary} />}
      </Answered>
    </section>
  );
}

function Month({ summary }: { summary: CallSummary }) {
  const m = useWords();
  const today = useWorkDate();
  const until = today?.startsWith(summary.month) ? Number(today.slice(8)) : 1;
  const days = monthDays(summary, until);
  if (summary.days.length === 0) return <p className="td-second">{m["connection.noCalls"]}</p>;
  return (
    <>
      <MonthChart summary={summary} days={days} />
      {summary.elsewhere !== null && (
        <p className="connection-warn">{m["connection.elsewhere"](thousands(summary.elsewhere))}</p>
      )}
      <Kinds summary={summary} />
      <details className="td-small">
        <summary>{m["connection.table"]}</summary>
        <DayTable days={days} />
      </details>
    </>
  );
}

function Kinds({ summary }: { summary: CallSummary }) {
  const m = useWords();
  const sums = kindSums(summary);
  const most = Math.max(1, ...sums.map(({ used }) => used));
  return (
    <dl className="connection-kinds" aria-label={m["connection.kinds"]}>
      {sums.map(({ kind, used }) => (
        <div key={kind}>
          <dt>{wordOf(m, "connection.kind.", kind, "other")}</dt>
          <dd>
            <span className="connection-bar" style={{ inlineSize: `${(used / most) * 100}%` }} aria-hidden="true" />
            <b>{thousands(used)}</b>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function DayTable({ days }: { days: readonly MonthDay[] }) {
  const m = useWords();
  return (
    <table className="connection-table">
      <thead>
        <tr>
          {(["day", "used", "failed", "total"] as const).map((name) => (
            <th key={name} scope="col">
              {m[`connection.${name}`]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, used, failed, sum }) => (
          <tr key={day}>
            <th scope="row">{day}</th>
            <td>{thousands(used)}</td>
            <td>{thousands(failed)}</td>
            <td>{thousands(sum)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
