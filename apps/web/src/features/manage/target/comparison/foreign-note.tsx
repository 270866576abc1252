import type { Comparison } from "../../../../api.ts";
import { duration } from "../../../../format.ts";
import { thousands } from "../../../../money.ts";
import { useComparisonWords } from "./words.ts";

/** What others booked where our hours go: said, not counted. */
export function ForeignNote({ of: { foreign } }: { of: Pick<Comparison, "foreign"> }) {
  const m = useComparisonWords();
  if (foreign === null || foreign.count === 0) return null;
  return (
    <aside className="td-card td-small td-second">
      {m["comparison.foreign"](thousands(foreign.count), duration(foreign.minutes))}
    </aside>
  );
}
