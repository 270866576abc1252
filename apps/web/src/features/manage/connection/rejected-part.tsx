import { useInfiniteQuery } from "@tanstack/react-query";
import type { Rejected } from "../../../api.ts";
import { Answered } from "../../../ui/answered.tsx";
import { Button } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { MutationState } from "../mutation-state.tsx";
import { rejectedQuery, useEndRejected } from "./queries.ts";
import { whenText } from "./run-text.ts";
import { useWords, whyNot } from "./words.ts";

/** 放一边的数据: rows of DingTalk that could not be read, as received, each to be read again or put away. */
export function RejectedPart() {
  const m = useWords();
  const query = useInfiniteQuery(rejectedQuery);
  return (
    <Answered query={query} skeleton={[7, 7, 7]}>
      {({ pages }) => {
        const rows = pages.flatMap((page) => page.rows);
        if (rows.length === 0) return <EmptyState>{m["link.rejectedNone"]}</EmptyState>;
        return (
          <>
            <p className="td-second">{m["link.rejectedIntro"]}</p>
            <ul className="td-card connection-list">
              {rows.map((row) => (
                <RejectedRow key={row.id} row={row} />
              ))}
            </ul>
            {query.hasNextPage && (
              <Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {m["link.more"]}
              </Button>
            )}
          </>
        );
      }}
    </Answered>
  );
}

function RejectedRow({ row: { id, source, reason, receivedAt, raw } }: { row: Rejected["rows"][number] }) {
  const m = useWords();
  const ending = useEndRejected();
  return (
    <li className="connection-batch">
      <b>{reason}</b>
      <span className="td-small td-second">{whenText(receivedAt)}</span>
      <code className="td-small td-weak">{source}</code>
      <details className="connection-details td-small">
        <summary>{m["link.rejectedRaw"]}</summary>
        <pre className="connection-raw">{raw}</pre>
      </details>
      <span className="connection-acts">
        <Button disabled={ending.isPending} onClick={() => ending.mutate({ row: id, act: "retry" })}>
          {m["link.rejectedRetry"]}
        </Button>
        <Button kind="quiet" disabled={ending.isPending} onClick={() => ending.mutate({ row: id, act: "dismiss" })}>
          {m["link.rejectedDismiss"]}
        </Button>
      </span>
      <MutationState isPending={ending.isPending} error={ending.error} why={(error) => whyNot(m, error)} />
    </li>
  );
}
