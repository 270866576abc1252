import { duration } from "../../../../format.ts";
import { thousands } from "../../../../money.ts";
import { problemText } from "../../../../target-problem.ts";
import type { Sums } from "../sums.ts";
import { ActLink } from "./act-link.tsx";
import { usePushWords } from "./words.ts";

/** Why hours are held, how many by each reason, and where that is mended. */
export function ReasonCard({ target, waiting }: { target: string; waiting: Sums["waiting"] }) {
  const m = usePushWords();
  if (waiting.length === 0) return null;
  return (
    <section className="td-card target-card-list" aria-label={m["push.whyHeld"]}>
      <h2 className="target-sub">{m["push.whyHeld"]}</h2>
      <ul className="target-rows">
        {waiting.map(({ held, count, minutes }) => (
          <li key={held} className="target-why">
            <span className="target-row-text">
              <span>{problemText(m, held)}</span>
              <span className="td-small td-second">{m["push.hours"](thousands(count), duration(minutes))}</span>
            </span>
            <ActLink target={target} code={held} />
          </li>
        ))}
      </ul>
    </section>
  );
}
