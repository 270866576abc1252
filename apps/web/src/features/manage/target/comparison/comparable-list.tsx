import { useQuery } from "@tanstack/react-query";
import type { Comparisons } from "../../../../api.ts";
import { hashOf } from "../../../../route.ts";
import { Answered } from "../../../../ui/answered.tsx";
import { EmptyState } from "../../../../ui/empty-state.tsx";
import { Icon } from "../../../../ui/icon.tsx";
import { instantText } from "../../date-text.ts";
import { comparableQuery } from "./queries.ts";
import { type ComparisonWords, useComparisonWords } from "./words.ts";

type Comparable = Comparisons["targets"][number];

/** 对接 as HR and finance have it: what is connected, each leading to its comparison. */
export function ComparableList() {
  const m = useComparisonWords();
  const query = useQuery(comparableQuery);
  return (
    <>
      <div className="td-head target-head">
        <h1 className="manage-title">{m["target.part.comparison"]}</h1>
        <p className="td-small td-second">{m["comparison.intro"]}</p>
      </div>
      <div className="td-body target-list">
        <Answered query={query} skeleton={[4, 4]}>
          {({ targets }) =>
            targets.length === 0 ? <EmptyState>{m["comparison.none"]}</EmptyState> : <Rows m={m} targets={targets} />
          }
        </Answered>
      </div>
    </>
  );
}

function Rows({ m, targets }: { m: ComparisonWords; targets: readonly Comparable[] }) {
  return (
    <nav className="td-card target-rows" aria-label={m["target.part.comparison"]}>
      {targets.map((target) => (
        <a key={target.id} className="target-row" href={hashOf("manage", "target", target.id, "comparison")}>
          <span className="target-row-text">
            <b>{target.name}</b>
            <span className="td-small td-second">{standOf(m, target)}</span>
          </span>
          <Icon name="right" />
        </a>
      ))}
    </nav>
  );
}

function standOf(m: ComparisonWords, { state, month, readAt }: Comparable): string {
  const read =
    month === null || readAt === null
      ? m["comparison.neverRead"]
      : m["comparison.lastRead"](month, instantText(readAt));
  return state === "paused" ? `${read} · ${m["comparison.isPaused"]}` : read;
}
