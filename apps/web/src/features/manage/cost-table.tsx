import type { ReactNode } from "react";
import type { Money } from "../../api.ts";
import { hoursOf } from "../../hour-sums.ts";
import { yuan } from "../../money.ts";
import { Hours } from "../../ui/hours.tsx";
import { type Parts, partsOf } from "./cost-parts.ts";
import { useWords, type Words } from "./cost-words.ts";

/** What a row costs. */
export interface CostLine {
  readonly minutes: number;
  readonly money: Money;
}

interface CostTableProps<Row extends CostLine> {
  readonly rows: readonly Row[];
  readonly total: CostLine;
  readonly by: Parts;
  /** What stands in the first column. */
  readonly head: string;
  readonly keyOf: (row: Row) => string;
  readonly nameOf: (row: Row) => ReactNode;
  /** The column at the end, if there is one. */
  readonly end?: { readonly head: string; readonly of: (row: Row) => ReactNode };
}

/** Amounts in rows, aligned, with their parts and the sum; moved sideways in its frame where it is too wide. */
export function CostTable<Row extends CostLine>({ rows, total, by, head, keyOf, nameOf, end }: CostTableProps<Row>) {
  const m = useWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard
    <section className="td-card cost-table" aria-label={m["cost.table"]} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col">{m["cost.hours"]}</th>
            <th scope="col">{m["cost.sum"]}</th>
            {partsOf(m, total.money, by).map(({ key, name }) => (
              <th key={key} scope="col">
                {name}
              </th>
            ))}
            {end && <th scope="col">{end.head}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              <th scope="row">{nameOf(row)}</th>
              <Amounts of={row} by={by} m={m} />
              {end && <td>{end.of(row)}</td>}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{m["cost.sum"]}</th>
            <Amounts of={total} by={by} m={m} />
            {end && <td />}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function Amounts({ of, by, m }: { of: CostLine; by: Parts; m: Words }) {
  return (
    <>
      <td>
        <Hours minutes={of.minutes} />
      </td>
      <td>
        <b>{yuan(of.money.fen)}</b>
      </td>
      {partsOf(m, of.money, by).map(({ key, fen }) => (
        <td key={key} data-none={fen === 0 || undefined}>
          {yuan(fen)}
        </td>
      ))}
    </>
  );
}

/** The parts of an amount that are not nothing, in a card; the hours before them. */
export function CostParts({ of }: { of: CostLine }) {
  const m = useWords();
  const overtime = partsOf(m, of.money, "kind").filter(({ key, fen }) => fen !== 0 && key !== "regular");
  const regular = overtime.length === 0 ? [] : partsOf(m, of.money, "kind").slice(0, 1);
  const where = partsOf(m, of.money, "place").filter(({ fen }) => fen !== 0);
  return (
    <dl className="cost-parts">
      <div>
        <dt>{m["cost.hours"]}</dt>
        <dd>{hoursOf(of.minutes)}</dd>
      </div>
      {[...regular, ...overtime, ...where].map(({ key, name, fen }) => (
        <div key={key}>
          <dt>{name}</dt>
          <dd>{yuan(fen)}</dd>
        </div>
      ))}
    </dl>
  );
}
