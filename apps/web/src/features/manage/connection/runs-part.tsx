import { useInfiniteQuery } from "@tanstack/react-query";
import { hashOf } from "../../../route.ts";
import { Answered } from "../../../ui/answered.tsx";
import { Button } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { runsQuery } from "./queries.ts";
import { RunRow } from "./run-row.tsx";
import { useWords } from "./words.ts";

const few = 5;

/** The latest pulls in a card. */
export function RunsCard() {
  const m = useWords();
  const query = useInfiniteQuery(runsQuery);
  return (
    <section className="td-card connection-card" aria-label={m["link.runs"]}>
      <h2 className="connection-sub">{m["link.runs"]}</h2>
      <Answered query={query} skeleton={[3.5, 3.5, 3.5]}>
        {({ pages }) => {
          const runs = pages[0]?.runs ?? [];
          if (runs.length === 0) return <p className="td-second">{m["link.noRuns"]}</p>;
          return (
            <>
              <ul className="connection-list">
                {runs.slice(0, few).map((run) => (
                  <li key={run.id}>
                    <RunRow run={run} />
                  </li>
                ))}
              </ul>
              <a className="connection-all" href={hashOf("manage", "connection", "runs")}>
                {m["link.allRuns"]}
              </a>
            </>
          );
        }}
      </Answered>
    </section>
  );
}

/** Every pull, twenty at a time. */
export function RunsPart() {
  const m = useWords();
  const query = useInfiniteQuery(runsQuery);
  return (
    <Answered query={query} skeleton={[3.5, 3.5, 3.5, 3.5]}>
      {({ pages }) => {
        const runs = pages.flatMap((page) => page.runs);
        if (runs.length === 0) return <EmptyState>{m["link.noRuns"]}</EmptyState>;
        return (
          <>
            <ul className="td-card connection-list">
              {runs.map((run) => (
                <li key={run.id}>
                  <RunRow run={run} />
                </li>
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
