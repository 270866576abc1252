import { useState } from "react";
import type { Comparison } from "../../../../api.ts";
import { thousands } from "../../../../money.ts";
import { Button } from "../../../../ui/button.tsx";
import { Segments } from "../../../../ui/segments.tsx";
import { linesOf, longestOf } from "./comparing.ts";
import { SumBars } from "./sum-bars.tsx";
import { SumTable } from "./sum-table.tsx";
import { useComparisonWords } from "./words.ts";

const few = 12;

/** Both sides by project or by person, as bars or as a table. */
export function SumsCard({ of }: { of: Comparison }) {
  const m = useComparisonWords();
  const [by, setBy] = useState<"projects" | "people">("projects");
  const [as, setAs] = useState<"bars" | "table">("bars");
  const [isAll, setAll] = useState(false);
  const lines = linesOf(of, by);
  const shown = isAll ? lines : lines.slice(0, few);
  if (linesOf(of, "projects").length === 0) return null;
  return (
    <section className="td-card comparison-sums" aria-label={m[`comparison.by.${by}`]}>
      <div className="comparison-ways">
        <Segments
          label={m["comparison.by"]}
          options={{ projects: m["comparison.by.projects"], people: m["comparison.by.people"] }}
          value={by}
          onChange={setBy}
        />
        <Segments
          label={m["comparison.as"]}
          options={{ bars: m["comparison.as.bars"], table: m["comparison.as.table"] }}
          value={as}
          onChange={setAs}
        />
      </div>
      {as === "bars" ? (
        <SumBars lines={shown} longest={longestOf(lines)} />
      ) : (
        <SumTable lines={shown} all={lines} by={by} />
      )}
      {shown.length < lines.length && (
        <Button block onClick={() => setAll(true)}>
          {m["comparison.showAll"](thousands(lines.length))}
        </Button>
      )}
    </section>
  );
}
