import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import type { PersonPositions, Positions, PositionsInput } from "../../../api.ts";
import { peopleApi } from "../../../api-people.ts";
import { useUndoable } from "../../../undoable.ts";
import { type Position, tableOf } from "./position-draft.ts";

const room = ["manage", "positions"] as const;

/** The positions in order, and the job titles that are none. */
export const positionsQuery = queryOptions({ queryKey: [...room, "table"], queryFn: peopleApi.positions });

/** People with their positions, fifty a page. */
export function positionPeopleQuery(q: string) {
  return infiniteQueryOptions({
    queryKey: [...room, "people", q],
    queryFn: ({ pageParam }: { pageParam: string | undefined }) => peopleApi.positionPeople(q, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }: PersonPositions) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

interface PositionsChange {
  readonly table: readonly Position[];
  /** What it says when it is done. */
  readonly text: string;
  readonly onDone?: () => void;
}

/** Replaces the table that was read; for six seconds the last change can be taken back. */
export function usePositionActs(held: Positions) {
  const client = useQueryClient();
  const { last, tell, forget } = useUndoable();
  const change = useMutation({
    mutationFn: (input: PositionsInput) => peopleApi.setPositions(input),
    onSettled: () => client.invalidateQueries({ queryKey: room }),
  });
  const act = ({ table, text, onDone }: PositionsChange) =>
    change.mutate(
      { version: held.version, positions: [...table] },
      {
        onSuccess: () => {
          tell(text, () => change.mutate(backTo(held, table.length === 0 ? 0 : held.version + 1)));
          onDone?.();
        },
      },
    );
  return { act, change, last, forget };
}

/** What `usePositionActs` gives. */
export type PositionActs = ReturnType<typeof usePositionActs>;

/** The way back over the version that was just made; before the first one the standard table held. */
function backTo(held: Positions, version: number): PositionsInput {
  return { version, positions: held.version === 0 ? [] : tableOf(held) };
}
