import type { WorkDate } from "@today/core/time/date";
import type { Minutes } from "@today/core/time/minutes";
import { hoursOf } from "../../hour-sums.ts";
import { type BurnDown, plannedLeft } from "./burn-down.ts";
import { dayText } from "./forecast-words.ts";
import { useWords } from "./project-words.ts";

/** The figures of a burn-down, newest first, under where it goes. */
export function BurnTable({ burn, today }: { burn: BurnDown; today: WorkDate }) {
  const m = useWords();
  const { ends } = burn;
  const hasPlan = plannedLeft(burn, burn.first) !== null;
  const planned = (date: WorkDate) => hasPlan && <td>{hoursIn(plannedLeft(burn, date) ?? 0)}</td>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard
    <section className="project-table report-figures-table" aria-label={m["report.table"]} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{m["report.burnDay"]}</th>
            <th scope="col">{m["report.burnUsed"]}</th>
            <th scope="col">{m["report.burnLeft"]}</th>
            {hasPlan && <th scope="col">{m["report.burnPlanLeft"]}</th>}
          </tr>
        </thead>
        <tbody>
          {ends && (
            <tr className="report-ahead">
              <th scope="row">{m["report.burnEnd"](dayText(ends.on, today))}</th>
              <td>{hoursIn(burn.budget)}</td>
              <td>{hoursIn(0)}</td>
              {planned(ends.on)}
            </tr>
          )}
          {[...burn.points].reverse().map(({ date, left }, n) => (
            <tr key={`${date}${n}`}>
              <th scope="row">{dayText(date, today)}</th>
              <td>{hoursIn(burn.budget - left)}</td>
              <td>{hoursIn(left)}</td>
              {planned(date)}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function hoursIn(minutes: Minutes): string {
  return minutes === 0 ? "0h" : hoursOf(minutes);
}
