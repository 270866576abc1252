import type { PeriodDetail } from "../../../api.ts";
import type { Check } from "./check.ts";
import { bigDuration, countText, whenText } from "./text.ts";
import { useWords, type Words } from "./words.ts";

/** What was signed off each time the period was closed, newest first, and what was left open then. */
export function Closings({ closings }: Pick<PeriodDetail, "closings">) {
  const m = useWords();
  if (closings.length === 0) return null;
  return (
    <section className="td-card period-closings" aria-label={m["period.closings"]}>
      <h2 className="period-card-title">{m["period.closings"]}</h2>
      <ol>
        {[...closings].reverse().map(({ closing, at, by, figures, leftOpen, reason }) => (
          <li key={closing}>
            <p>
              <b>{m["period.closing"](closing)}</b>{" "}
              <span className="td-small td-second">{m["period.closedBy"](whenText(at), by.name)}</span>
            </p>
            <p>{m["period.sum"](bigDuration(figures.counted), countText(figures.people))}</p>
            <p className="td-small td-second">{leftText(m, leftOpen)}</p>
            {reason !== null && <p className="td-small td-second">{m["period.askedWhy"](reason)}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** `留下 3 件：少一次打卡 2，待归属 1`; nothing when all was done. */
function leftText(m: Words, leftOpen: Readonly<Record<string, number>>): string {
  const kinds = Object.entries(leftOpen).flatMap(([kind, count]) => {
    const key = `period.check.${kind}`;
    return count > 0 && isCheck(m, key) ? [m["period.leftOne"](m[key], countText(count))] : [];
  });
  if (kinds.length === 0) return "";
  const count = Object.values(leftOpen).reduce((sum, one) => sum + one, 0);
  return m["period.leftOpen"](countText(count), kinds.join(m["period.join"]));
}

function isCheck(m: Words, key: string): key is `period.check.${Check["kind"]}` {
  return key in m;
}
