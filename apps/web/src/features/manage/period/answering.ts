import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { DecisionInput, DecisionResult, PeriodDetail } from "../../../api.ts";
import { monthApi } from "../../../api-month.ts";
import { newId } from "../../../phone-world.ts";
import { refreshDays } from "../../../query-client.ts";
import type { Stamped } from "../../../server-time.ts";
import { useUndoable } from "../../../undoable.ts";
import { type Row, refOf } from "./check.ts";
import { periodQuery } from "./queries.ts";
import { useSaving } from "./saving.ts";
import { useWords, type Words } from "./words.ts";

/** Approves or returns lines of the checks as one action: they go at once and come back when it fails; for 6 s it can be undone. */
export function useAnswering(answer: PeriodDetail & Stamped) {
  const m = useWords();
  const client = useQueryClient();
  const { saving, attempt } = useSaving(answer);
  const { last, tell, forget } = useUndoable();
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set());
  const [partly, setPartly] = useState<string | null>(null);
  const [kind, setKind] = useState<Row["kind"] | null>(null);
  const { queryKey } = periodQuery(answer.period.id);

  const undo = (id: string) =>
    void attempt(async () => {
      await monthApi.undoDecision(id);
      await refreshDays(client);
    });
  const decide = (rows: readonly Row[], verdict: DecisionInput["verdict"], reason?: string) => {
    const items = rows.flatMap((row) => row.items.flatMap((item) => refOf(item) ?? []));
    const keys = rows.map(({ key }) => key);
    const input = { id: newId(), verdict, items, ...(reason === undefined ? {} : { reason }) };
    forget();
    setPartly(null);
    setKind(rows[0]?.kind ?? null);
    void attempt(async () => {
      setLeaving((before) => new Set([...before, ...keys]));
      try {
        const result = await monthApi.decide(input);
        if (result.done.length > 0) tell(doneText(m, verdict, result.done.length), () => undo(input.id));
        setPartly(partlyText(m, result));
        await client.invalidateQueries({ queryKey });
      } finally {
        setLeaving((before) => new Set([...before].filter((key) => !keys.includes(key))));
      }
      void refreshDays(client);
    });
  };
  return { decide, kind, leaving, partly, saving, last, forget };
}

function doneText(m: Words, verdict: DecisionInput["verdict"], count: number): string {
  return m[verdict === "approve" ? "period.approved" : "period.returned"](count);
}

function partlyText(m: Words, { skipped }: DecisionResult): string | null {
  return skipped.length === 0 ? null : m["period.skipped"](skipped.length);
}
