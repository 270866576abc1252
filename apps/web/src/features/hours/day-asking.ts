import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { DayDetail, RequestInput, RequestView } from "../../api.ts";
import type { AskEntry } from "../../ask-queue.ts";
import { askQueue, useAsksOnTheWay } from "../../asking.ts";
import { newId } from "../../phone-world.ts";
import { refreshDays } from "../../query-client.ts";
import type { Saving } from "../../ui/save-state.tsx";
import { entriesOf, shownRequests } from "./day-requests.ts";

type ContentOf<Input> = Input extends unknown ? Omit<Input, "id" | "date" | "personId" | "reason"> : never;

/** What is asked, without whom and which day it is about. */
export type AskedContent = ContentOf<RequestInput>;

/** A request that was just sent and can be taken back. */
interface Last {
  readonly id: string;
  readonly kind: RequestInput["kind"];
}

/** Asks about a day, one's own or `person`'s, and takes back what still waits. */
export function useDayAsking(detail: DayDetail, person: string | null) {
  const client = useQueryClient();
  const { date } = detail.workday;
  const entries = entriesOf(useAsksOnTheWay(), { date, person });
  const [last, setLast] = useState<Last | null>(null);
  useEffect(() => askQueue.settle(new Set(detail.requests.map(({ id }) => id))), [detail.requests]);

  const ask = (content: AskedContent, reason: string) => {
    const whose = person === null ? {} : { personId: person };
    const input = { ...content, id: newId(), date, reason, ...whose };
    askQueue.add(input);
    setLast({ id: input.id, kind: input.kind });
  };
  const takeBack = async (id: string) => {
    setLast(null);
    await askQueue.undo([id]);
    await refreshDays(client);
  };
  const sent = entries.find(({ item }) => item.id === last?.id);
  return {
    shown: shownRequests(detail, entries),
    last: last && { ...last, isRefused: sent?.state === "refused" },
    /** How the last one entered for somebody is doing. */
    entered:
      person === null || last === null
        ? null
        : savingOf(
            sent,
            detail.requests.find(({ id }) => id === last.id),
          ),
    ...{ ask, takeBack, forget: () => setLast(null) },
  };
}

function savingOf(sent: AskEntry | undefined, known: RequestView | undefined): Saving | null {
  const madeAt = known?.madeAt ?? (sent?.state === "saved" ? sent.view.madeAt : undefined);
  if (madeAt !== undefined) return { state: "saved", at: madeAt.slice(11, 16) };
  return sent?.state === "sending" ? { state: "saving" } : null;
}
