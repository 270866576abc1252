import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Hook } from "../../../../api.ts";
import { Answered } from "../../../../ui/answered.tsx";
import { Button } from "../../../../ui/button.tsx";
import { Segments } from "../../../../ui/segments.tsx";
import { DeliveryRow } from "./delivery-row.tsx";
import type { Filter } from "./hook-text.ts";
import { deliveriesQuery } from "./queries.ts";
import { ReplayAll } from "./replay-all.tsx";
import { useWords } from "./words.ts";

/** What a hook was told, the newest first, by how it went. */
export function DeliveryList({ hook }: { hook: Hook }) {
  const m = useWords();
  const [filter, setFilter] = useState<Filter>("all");
  const query = useInfiniteQuery(deliveriesQuery(hook.id, filter));
  const isOpen = hook.state === "on" || hook.state === "failing";
  return (
    <section className="td-card hooks-card" aria-labelledby="hook-deliveries">
      <div className="td-row">
        <h2 id="hook-deliveries" className="connection-sub">
          {m["hook.deliveries"]}
        </h2>
        <span className="td-small td-weak">{m["hook.kept"]}</span>
      </div>
      <Segments
        label={m["hook.filter"]}
        options={{
          ...{ all: m["hook.filter.all"], done: m["hook.filter.done"] },
          ...{ waiting: m["hook.filter.waiting"], failed: m["hook.filter.failed"] },
        }}
        value={filter}
        onChange={setFilter}
      />
      {hook.failed > 0 && isOpen && <ReplayAll hook={hook} />}
      <Answered query={query} skeleton={[3.5, 3.5, 3.5]}>
        {({ pages }) => {
          const rows = pages.flatMap(({ deliveries }) => deliveries);
          if (rows.length === 0)
            return <p className="td-second hooks-none">{m[filter === "all" ? "hook.noDeliveries" : "hook.noneOf"]}</p>;
          return (
            <ul className="hooks-deliveries">
              {rows.map((delivery) => (
                <DeliveryRow key={delivery.eventId} hook={hook.id} delivery={delivery} isOpen={isOpen} />
              ))}
            </ul>
          );
        }}
      </Answered>
      {query.hasNextPage && (
        <Button block disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {m["hook.more"]}
        </Button>
      )}
    </section>
  );
}
