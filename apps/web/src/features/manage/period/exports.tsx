import type { Period } from "../../../api.ts";
import { exportAddress } from "../../../api-month.ts";
import { Icon } from "../../../ui/icon.tsx";
import { useWords } from "./words.ts";

/** Files to take away: hours and approvals of the period, as Excel or CSV. */
export function Exports({ period: { first, last } }: { period: Period }) {
  const m = useWords();
  return (
    <section className="td-card period-exports" aria-label={m["period.take"]}>
      <h2 className="period-card-title">{m["period.take"]}</h2>
      {(["hours", "approvals"] as const).map((what) => (
        <div key={what} className="period-export">
          <span>{m[`period.take.${what}`]}</span>
          {(["xlsx", "csv"] as const).map((format) => (
            <a key={format} download href={exportAddress(what, { format, from: first, to: last, lang: m.lang })}>
              <Icon name="import" />
              {m[`period.take.${format}`]}
              <span className="td-hidden"> {m[`period.take.${what}`]}</span>
            </a>
          ))}
        </div>
      ))}
      <p className="td-small td-second">{m["period.takeNote"]}</p>
    </section>
  );
}
