import { useQueryClient } from "@tanstack/react-query";
import { formatClockTime } from "@today/core/time/clock-time";
import type { Minutes } from "@today/core/time/minutes";
import { useState } from "react";
import type { DayDetail, ProjectBrief, SplitView, Workday } from "../../api.ts";
import { fillingPicks, type WantedPick } from "../../filling.ts";
import { problemSentence } from "../../message.ts";
import { newId } from "../../phone-world.ts";
import type { QueuedPick, QueueEntry } from "../../pick-queue.ts";
import { pickQueue, usePicksOnTheWay } from "../../picking.ts";
import { madePicks, standingPicks, withPicks } from "../../picks.ts";
import { ApiProblem, isWaiting } from "../../problem.ts";
import { refreshDays } from "../../query-client.ts";
import type { Saving } from "../../ui/save-state.tsx";
import { useSaveSplit } from "./queries.ts";
import { useWords, type Words } from "./words.ts";

/** What was just done with the day: picks on their way, and the split that had to give way to them. */
interface Choice {
  readonly picks: readonly QueuedPick[];
  readonly before: SplitView | null;
  readonly parts: readonly { readonly projectId: string; readonly minutes: Minutes }[];
}

/** Corrects a day, or only its unassigned minutes, and takes it back. A day that is split as a whole gets a split of one part. */
export function useCorrection(detail: DayDetail) {
  const m = useWords();
  const client = useQueryClient();
  const split = useSaveSplit();
  const [choice, setChoice] = useState<Choice | null>(null);
  const entries = usePicksOnTheWay();
  const { date, version } = detail.workday;

  const make = (next: Choice) => {
    setChoice(next);
    const addPicks = () => pickQueue.add(...next.picks);
    if (next.before === null) addPicks();
    else split.mutate({ date, split: { version, parts: [...next.parts] } }, { onSuccess: addPicks });
  };
  const chooseDay = ({ id }: ProjectBrief) => {
    const { over, counted } = detail.workday;
    const isOnePart = detail.split !== null && over && counted > 0;
    const picks = isOnePart ? [] : queued(date, [{ projectId: id, from: null }]);
    make({ picks, before: detail.split, parts: isOnePart ? [{ projectId: id, minutes: counted }] : [] });
  };
  const chooseRest = ({ id }: ProjectBrief) =>
    make({ picks: queued(date, fillingPicks(detail.workday, id)), before: null, parts: [] });
  const undo = async () => {
    if (choice === null) return;
    setChoice(null);
    await pickQueue.undo(choice.picks.map(({ id }) => id));
    if (choice.before === null) return refreshDays(client);
    split.mutate({ date, split: { version: split.data?.version ?? version, parts: choice.before.parts } });
  };
  const retry = () => choice !== null && make(choice);
  return { saving: savingOf(m, { choice, entries, split, retry }), chooseDay, chooseRest, undo: () => void undo() };
}

/** The day as it will be when the picks of this phone have arrived; a closed one stays as it was closed. */
export function useOwnPicks({ workday, picks }: DayDetail): Workday {
  const own = usePicksOnTheWay().filter(({ item: pick, state }) => pick.date === workday.date && state !== "refused");
  if (workday.locked === "closed") return workday;
  return withPicks(
    workday,
    standingPicks(
      madePicks(
        picks,
        own.map(({ item: pick }) => pick),
      ),
    ),
  );
}

function queued(date: string, wanted: readonly WantedPick[]): QueuedPick[] {
  return wanted.map(({ projectId, from }) => ({
    ...{ id: newId(), projectId, date },
    from: from === null ? null : formatClockTime(from),
  }));
}

interface Sending {
  readonly choice: Choice | null;
  readonly entries: readonly QueueEntry[];
  readonly split: Pick<ReturnType<typeof useSaveSplit>, "isPending" | "error" | "data">;
  readonly retry: () => void;
}

function savingOf(m: Words, { choice, entries, split, retry }: Sending): Saving | null {
  if (choice === null) return null;
  if (choice.before !== null && split.isPending) return { state: "saving" };
  if (choice.before !== null && split.error !== null) {
    const why = problemSentence(m, split.error);
    return isWaiting(split.error) ? { state: "failed", onRetry: retry } : { state: "failed", why };
  }
  if (choice.picks.length === 0) return split.data ? { state: "saved", at: split.data.madeAt.slice(11, 16) } : null;
  return picksSaving(
    m,
    entries.filter(({ item: pick }) => choice.picks.some(({ id }) => id === pick.id)),
  );
}

function picksSaving(m: Words, entries: readonly QueueEntry[]): Saving | null {
  const refused = entries.find(({ state }) => state === "refused");
  if (refused?.state === "refused") {
    return {
      state: "failed",
      why: problemSentence(m, new ApiProblem(refused.code, 400)),
      onRetry: () => pickQueue.retry(),
    };
  }
  if (entries.some(({ state }) => state === "waiting")) return { state: "waiting" };
  if (entries.some(({ state }) => state === "sending")) return { state: "saving" };
  const last = entries[entries.length - 1];
  return last?.state === "saved" ? { state: "saved", at: last.view.madeAt.slice(11, 16) } : null;
}
