import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Connection, ConnectionStep } from "../../../api.ts";
import { linkApi } from "../../../api-link.ts";
import { connectionQuery } from "./queries.ts";

type StepId = ConnectionStep["id"];

/** The server takes one check every three seconds. */
const pauseMs = 3_200;

/** Steps whose check costs nothing and tells something at any time, and those that were found broken. */
export function recheckable({ steps }: Connection): StepId[] {
  const always: readonly StepId[] = ["credentials", "address"];
  return steps.filter(({ id, state }) => always.includes(id) || state === "broken").map(({ id }) => id);
}

/** Checks steps one after the other; what a check showed is shown at once. */
export function useChecking() {
  const client = useQueryClient();
  const [now, setNow] = useState<StepId | null>(null);
  const [last, setLast] = useState<StepId | "all" | null>(null);
  const work = useMutation({
    mutationFn: async (ids: readonly StepId[]) => {
      for (const [n, id] of ids.entries()) {
        setNow(id);
        if (n > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
        client.setQueryData(connectionQuery.queryKey, await linkApi.check(id));
      }
    },
    onSettled: () => {
      setNow(null);
      void client.invalidateQueries({ queryKey: ["connection"] });
    },
  });
  const check = (ids: readonly StepId[]) => {
    setLast(ids.length === 1 ? (ids[0] ?? null) : "all");
    work.mutate(ids);
  };
  return { now, check, errorAt: (place: StepId | "all") => (place === last ? work.error : null) };
}

/** Which step is being checked, why the last check could not be made, by its place, and a way to begin. */
export type Checking = ReturnType<typeof useChecking>;
