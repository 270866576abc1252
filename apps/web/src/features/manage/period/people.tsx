import { useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { useIsWide } from "../../../ui/media.ts";
import { SearchField, usePinyin } from "../../../ui/search-field.tsx";
import { byName, cellText, columns, findRows, type SheetRow } from "./columns.ts";
import { countText } from "./text.ts";
import { useWords } from "./words.ts";

const pageSize = 50;

/** Everybody's figures: a table on a computer, rows that open on a phone. */
export function People({ rows }: { rows: readonly SheetRow[] }) {
  const m = useWords();
  const isWide = useIsWide();
  const [query, setQuery] = useState("");
  const [most, setMost] = useState(pageSize);
  const found = findRows(byName(rows), query, usePinyin(query));
  const shown = found.slice(0, most);
  const next = Math.min(pageSize, found.length - shown.length);
  return (
    <section className="td-card period-people" aria-label={m["period.rows"]}>
      <h2 className="period-card-title">
        {m["period.rows"]} <span className="td-second">{countText(rows.length)}</span>
      </h2>
      <SearchField label={m["period.findRow"]} value={query} onChange={setQuery} />
      {found.length === 0 && <p className="td-second">{m["period.noRow"]}</p>}
      {found.length > 0 && (isWide ? <Table rows={shown} /> : <Rows rows={shown} />)}
      {next > 0 && (
        <Button kind="quiet" block onClick={() => setMost(most + pageSize)}>
          {m["period.rowsMore"](next)}
        </Button>
      )}
    </section>
  );
}

function Table({ rows }: { rows: readonly SheetRow[] }) {
  const m = useWords();
  return (
    <table className="period-table">
      <thead>
        <tr>
          <th scope="col">{m["period.col.person"]}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {m[`period.col.${column}`]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.person.id}>
            <th scope="row">
              {row.person.name}
              {row.person.title !== null && <span className="td-weak">{row.person.title}</span>}
            </th>
            {columns.map((column) => (
              <td key={column} data-column={column}>
                {cellText(row, column) ?? <None />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Rows({ rows }: { rows: readonly SheetRow[] }) {
  const m = useWords();
  return (
    <ul className="period-rows">
      {rows.map((row) => (
        <li key={row.person.id}>
          <details>
            <summary>
              <span>
                <span>
                  <b>{row.person.name}</b>{" "}
                  {row.person.title !== null && <span className="td-small td-weak">{row.person.title}</span>}
                </span>
                <span className="td-small td-second">
                  {brief(row)
                    .map((name) => `${m[`period.col.${name}`]} ${cellText(row, name)}`)
                    .join(" · ")}
                </span>
              </span>
              <b>{cellText(row, "counted") ?? <None />}</b>
              <Icon name="down" />
            </summary>
            <dl>
              {columns.map((column) => (
                <div key={column}>
                  <dt className="td-small td-second">{m[`period.col.${column}`]}</dt>
                  <dd>{cellText(row, column) ?? <None />}</dd>
                </div>
              ))}
            </dl>
          </details>
        </li>
      ))}
    </ul>
  );
}

/** What a closed row says beside the counted hours: attendance, and what is not settled. */
function brief(row: SheetRow) {
  return (["attended", "overtime", "waiting"] as const).filter((column) => cellText(row, column) !== null);
}

function None() {
  const m = useWords();
  return (
    <span className="td-weak">
      <span aria-hidden="true">–</span>
      <span className="td-hidden">{m["period.nothing"]}</span>
    </span>
  );
}
