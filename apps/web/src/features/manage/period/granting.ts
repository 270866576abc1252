import { useQueryClient } from "@tanstack/react-query";
import type { PeriodDetail, PersonBrief } from "../../../api.ts";
import { monthApi } from "../../../api-month.ts";
import type { Stamped } from "../../../server-time.ts";
import { periodQuery } from "./queries.ts";
import { useSaving } from "./saving.ts";

/** Until when somebody may still change their days, and why. */
export interface Grace {
  readonly person: PersonBrief;
  readonly until: string;
  readonly reason: string;
}

/** Gives somebody grace, or ends it. */
export function useGranting(answer: PeriodDetail & Stamped) {
  const client = useQueryClient();
  const { saving, attempt } = useSaving(answer);
  const { id } = answer.period;
  const change = (work: () => Promise<void>) =>
    void attempt(async () => {
      try {
        await work();
      } finally {
        await client.invalidateQueries({ queryKey: periodQuery(id).queryKey });
      }
    });
  return {
    saving,
    give: ({ person, until, reason }: Grace) => change(() => monthApi.setGrace(id, person.id, { until, reason })),
    end: (person: string) => change(() => monthApi.removeGrace(id, person)),
  };
}
