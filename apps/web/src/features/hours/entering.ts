import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, type DayDetail, type ProjectBrief } from "../../api.ts";
import { problemSentence } from "../../message.ts";
import { newId } from "../../phone-world.ts";
import { isWaiting } from "../../problem.ts";
import { refreshDays } from "../../query-client.ts";
import type { Saving } from "../../ui/save-state.tsx";
import { useWords, type Words } from "./words.ts";

/** What is entered for somebody: a whole day on a project, and why. The id makes a repeat harmless. */
interface Entry {
  readonly id: string;
  readonly project: string;
  readonly reason: string;
}

/** Puts somebody else's day on a project; it needs the network and a reason. A day split as a whole gets a split of one part. */
export function useEntering(detail: DayDetail) {
  const m = useWords();
  const client = useQueryClient();
  const { date, person: personId } = detail.workday;
  const { mutate, ...attempt } = useMutation({
    mutationFn: async ({ id, project, reason }: Entry) => {
      const { over, counted, version } = detail.workday;
      if (detail.split === null || !over || counted === 0) {
        return (await api.pick({ id, date, projectId: project, personId, reason })).madeAt;
      }
      const parts = [{ projectId: project, minutes: counted }];
      return (await api.saveSplit(date, { version, parts, personId, reason })).madeAt;
    },
    onSuccess: () => refreshDays(client),
  });
  const enter = ({ id }: ProjectBrief, reason: string) => mutate({ id: newId(), project: id, reason });
  const retry = () => attempt.variables && mutate(attempt.variables);
  return { enter, saving: savingOf(m, attempt, retry) };
}

type Attempt = Pick<ReturnType<typeof useMutation<string, Error, Entry>>, "isPending" | "error" | "data">;

function savingOf(m: Words, { isPending, error, data }: Attempt, retry: () => void): Saving | null {
  if (isPending) return { state: "saving" };
  if (error !== null) {
    return isWaiting(error)
      ? { state: "failed", onRetry: retry }
      : { state: "failed", why: problemSentence(m, error), onRetry: retry };
  }
  return data === undefined ? null : { state: "saved", at: data.slice(11, 16) };
}
