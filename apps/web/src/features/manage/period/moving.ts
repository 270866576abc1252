import { useQueryClient } from "@tanstack/react-query";
import type { PeriodDetail } from "../../../api.ts";
import { monthApi } from "../../../api-month.ts";
import { refreshDays } from "../../../query-client.ts";
import { type Stamped, stamp } from "../../../server-time.ts";
import type { ActName } from "./acts.ts";
import { periodQuery } from "./queries.ts";
import { useSaving } from "./saving.ts";

/** Moves a period; whatever comes of it, the page shows what holds then. */
export function useMoving(answer: PeriodDetail & Stamped) {
  const client = useQueryClient();
  const { saving, attempt } = useSaving(answer);
  const { period } = answer;
  const move = (act: ActName, reason: string) =>
    void attempt(async () => {
      try {
        const after = await sent(period, act, reason);
        if (after !== null) client.setQueryData(periodQuery(period.id).queryKey, stamp(after));
      } finally {
        void refreshDays(client);
      }
    });
  return { move, saving };
}

async function sent({ id, version }: PeriodDetail["period"], act: ActName, reason: string) {
  if (act === "withdraw" || act === "decline") {
    await monthApi.takeReopeningBack(id);
    return null;
  }
  if (act === "ask" || act === "agree") return monthApi.reopen(id, { reason });
  if (act === "begin") return monthApi.movePeriod(id, { version, state: "open-for-approvers" });
  if (act === "back") return monthApi.movePeriod(id, { version, state: "open" });
  if (act === "close") return monthApi.movePeriod(id, { version, state: "closed" });
  return monthApi.movePeriod(id, { version, state: "closed", leaveOpen: true, reason });
}
