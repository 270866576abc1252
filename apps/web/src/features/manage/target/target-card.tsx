import { useQuery } from "@tanstack/react-query";
import type { Target } from "../../../api.ts";
import { thousands } from "../../../money.ts";
import { hashOf } from "../../../route.ts";
import { problemText } from "../../../target-problem.ts";
import { Icon } from "../../../ui/icon.tsx";
import { instantText } from "../date-text.ts";
import { dueQuery, titleOf, useProducts } from "./queries.ts";
import { StandTag } from "./stand-tag.tsx";
import { nextOf, type Sums, sumsOf } from "./sums.ts";
import { useWords, type Words } from "./words.ts";

/** One target in the list: what it is, how it stands, and what waits. */
export function TargetCard({ target }: { target: Target }) {
  const m = useWords();
  const products = useProducts();
  const due = useQuery(dueQuery(target.id)).data;
  const title = titleOf(products, target.kind, m.lang);
  const next = due === undefined || target.state !== "on" ? null : nextOf(due);
  const when = [
    target.pushedAt === null ? m["target.neverPushed"] : m["target.pushedAt"](instantText(target.pushedAt)),
    next === null ? "" : m["target.next"](instantText(next)),
  ];
  return (
    <a className="td-card target-card" href={hashOf("manage", "target", target.id)}>
      <span className="target-row-text">
        <span className="td-row">
          <b className="target-name">{target.name}</b>
          <StandTag target={target} />
        </span>
        <span className="td-small td-second">{[title, ...when].filter(Boolean).join(" · ")}</span>
        {due !== undefined && <Counts m={m} sums={sumsOf(due.totals)} />}
        {target.problem !== null && <span className="td-small target-fault">{problemText(m, target.problem)}</span>}
      </span>
      <Icon name="right" />
    </a>
  );
}

function Counts({ m, sums: { due, waiting, failed } }: { m: Words; sums: Sums }) {
  const held = waiting.reduce((sum, { count }) => sum + count, 0);
  const parts = [
    due.count > 0 ? m["target.count.due"](thousands(due.count)) : "",
    held > 0 ? m["target.count.waiting"](thousands(held)) : "",
    failed.count > 0 ? m["target.count.failed"](thousands(failed.count)) : "",
  ].filter(Boolean);
  return <span className="td-small">{parts.length === 0 ? m["target.count.none"] : parts.join(" · ")}</span>;
}
