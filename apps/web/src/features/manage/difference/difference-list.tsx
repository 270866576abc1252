import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import type { Differences } from "../../../api.ts";
import { Button } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { DayGroup } from "./day-group.tsx";
import { byDay, type Difference, type DifferenceState, type Place } from "./difference.ts";
import { useWords } from "./words.ts";

interface DifferenceListProps {
  readonly pages: readonly Differences[];
  readonly state: DifferenceState;
  readonly query: Pick<UseInfiniteQueryResult, "hasNextPage" | "isFetchingNextPage" | "fetchNextPage">;
  readonly chosen: Place | null;
  readonly onChoose: (one: Difference) => void;
}

/** The differences by day, and where there are more. */
export function DifferenceList({ pages, state, query, chosen, onChoose }: DifferenceListProps) {
  const m = useWords();
  const differences = pages.flatMap((page) => page.differences);
  const [first] = pages;
  const isAll = state === "open" && differences.length >= (first?.open ?? 0);
  const none = state === "open" && first?.lastAt === null ? "openNever" : state;
  return (
    <>
      {differences.length === 0 && (isAll || state !== "open") && (
        <EmptyState>{m[`difference.none.${none}`]}</EmptyState>
      )}
      {byDay(differences).map((day) => (
        <DayGroup key={day.date} of={day} chosen={chosen} onChoose={onChoose} />
      ))}
      {query.hasNextPage && !isAll && (
        <Button block disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {m[pages.at(-1)?.next ? "difference.more" : "difference.earlier"]}
        </Button>
      )}
    </>
  );
}
