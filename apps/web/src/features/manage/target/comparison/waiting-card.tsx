import type { Comparison } from "../../../../api.ts";
import { duration } from "../../../../format.ts";
import { thousands } from "../../../../money.ts";
import { hashOf } from "../../../../route.ts";
import { problemText } from "../../../../target-problem.ts";
import { ActLink } from "../worklogs/act-link.tsx";
import { type ComparisonWords, useComparisonWords } from "./words.ts";

type Why = Comparison["waiting"][number];

/** What of the month is not there yet and why; for those who may, with the way to where it is mended. */
export function WaitingCard({ of, mayMend }: { of: Comparison; mayMend: boolean }) {
  const m = useComparisonWords();
  const { waiting, target, month } = of;
  if (waiting.length === 0) return null;
  return (
    <section className="td-card target-card-list" aria-labelledby="comparison-waiting">
      <h2 id="comparison-waiting" className="target-sub">
        {m["comparison.waiting"]}
      </h2>
      <ul className="target-rows">
        {waiting.map((one) => (
          <li key={`${one.state} ${one.why}`} className="target-why">
            <span className="target-row-text">
              <span>
                <b>{m[`comparison.state.${one.state}`]}</b> <span className="td-second">{whyText(m, one)}</span>
              </span>
              <span className="td-small td-second">
                {m["comparison.amount"](thousands(one.count), duration(one.minutes))}
              </span>
            </span>
            {mayMend && (
              <div className="push-acts">
                {one.why !== null && <ActLink target={target.id} code={one.why} />}
                <a
                  className="target-act"
                  href={hashOf("manage", "target", target.id, "worklogs", filterOf(one), month)}
                >
                  {m["comparison.seeEach"]}
                </a>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function whyText(m: ComparisonWords, { state, why }: Why): string {
  if (why !== null) return problemText(m, why);
  return state === "due" ? m["comparison.dueWhy"] : "";
}

function filterOf({ state }: Why): string {
  return state === "sending" || state === "unknown" ? "moving" : state;
}
