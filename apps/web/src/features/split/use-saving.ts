import { useRef, useState } from "react";
import { problemSentence } from "../../message.ts";
import { newId } from "../../phone-world.ts";
import { pickQueue } from "../../picking.ts";
import { isWaiting } from "../../problem.ts";
import type { Saving } from "../../ui/save-state.tsx";
import { useSave } from "./queries.ts";
import {
  type CurrentDay,
  conflictOf,
  planSave,
  type SaveTarget,
  type SplitWay,
  type Wish,
  withReason,
} from "./saving.ts";
import type { Part } from "./split.ts";
import type { OpenedDay } from "./use-parts.ts";
import { useWords, type Words } from "./words.ts";

/** How saving goes, for the line above the buttons. */
export interface SavingView {
  readonly state: Saving | null;
  /** The network is away and the parts wait on this phone. */
  readonly isKept: boolean;
}

interface Ends {
  /** The server has it, or the phone will send it. */
  readonly onDone: () => void;
  readonly onConflict: (current: CurrentDay) => void;
}

/** Saves parts of a day; what one save sent is remembered, so that sending it again changes nothing. */
export function useSaving({ told, day, version }: OpenedDay, way: SplitWay, { onDone, onConflict }: Ends) {
  const m = useWords();
  const { date } = told.workday;
  const { mutateAsync, isPending } = useSave(date);
  const [failure, setFailure] = useState<unknown>(null);
  const before = useRef<Wish | null>(null);
  const request = useRef({ id: newId(), reason: "" });
  const target: SaveTarget = {
    ...{ date, version, hasSplit: told.split !== null, makeId: newId },
    ...{ isRunning: day.isRunning, line: day.line, openFrom: day.openFrom },
  };
  const save = async (parts: readonly Part[], as: SaveTarget = target) => {
    const wish = planSave(as, parts, before.current);
    if (wish === null) return;
    before.current = wish;
    setFailure(null);
    try {
      await mutateAsync(withReason(wish, way, { date, ...request.current }));
      onDone();
    } catch (error) {
      const current = conflictOf(error);
      if (current !== null) onConflict(current);
      else if (isWaiting(error) && handOver(wish)) onDone();
      else setFailure(error);
    }
  };
  return {
    save,
    /** Another reason is another request. */
    because: (reason: string) => {
      request.current = { id: newId(), reason };
    },
    target,
    isPlanned: (parts: readonly Part[]) => planSave(target, parts, before.current) !== null,
    view: (retry: () => void): SavingView => viewOf(m, { isPending, failure, retry }),
  };
}

// Picks may wait on the phone like any other; a split is guarded by its version and may not.
function handOver(wish: Wish): boolean {
  if (wish.kind !== "picks" || wish.takenBack !== null) return false;
  if (wish.picks.some(({ taskId }) => taskId !== null && taskId !== undefined)) return false;
  pickQueue.add(...wish.picks.map(({ id, date, projectId, from }) => ({ id, date, projectId, from: from ?? null })));
  return true;
}

interface Attempt {
  readonly isPending: boolean;
  readonly failure: unknown;
  readonly retry: () => void;
}

function viewOf(m: Words, { isPending, failure, retry }: Attempt): SavingView {
  if (isPending) return { state: { state: "saving" }, isKept: false };
  if (failure === null) return { state: null, isKept: false };
  if (isWaiting(failure)) return { state: null, isKept: true };
  return { state: { state: "failed", why: problemSentence(m, failure), onRetry: retry }, isKept: false };
}
