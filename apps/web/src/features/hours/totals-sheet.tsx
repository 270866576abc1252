import type { Workday } from "../../api.ts";
import { duration, shortDate, weekday } from "../../format.ts";
import { Sheet } from "../../ui/sheet.tsx";
import { totalOf } from "./totals.ts";
import { useWords } from "./words.ts";

interface TotalsSheetProps {
  readonly isOpen: boolean;
  readonly days: readonly Workday[];
  readonly onClose: () => void;
}

/** The three numbers of each day and the sums they make. */
export function TotalsSheet({ isOpen, days, onClose }: TotalsSheetProps) {
  const m = useWords();
  const sum = totalOf(days);
  return (
    <Sheet isOpen={isOpen} title={m["hours.totals"]} onClose={onClose}>
      <table className="hours-table">
        <thead>
          <tr>
            <th scope="col">{m["hours.day"]}</th>
            <th scope="col">{m["number.attended"]}</th>
            <th scope="col">{m["number.overtime"]}</th>
            <th scope="col">{m["number.counted"]}</th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ date, attended, overtimeApproved, counted }) => (
            <tr key={date}>
              <th scope="row">{`${shortDate(date)} ${weekday(date, m.lang)}`}</th>
              <td>{duration(attended)}</td>
              <td>{duration(overtimeApproved)}</td>
              <td>{duration(counted)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{m["hours.total"]}</th>
            <td>{duration(sum.attended)}</td>
            <td>{duration(sum.overtimeApproved)}</td>
            <td>{duration(sum.counted)}</td>
          </tr>
        </tfoot>
      </table>
    </Sheet>
  );
}
