import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { DecisionInput } from "../../api.ts";
import { monthApi } from "../../api-month.ts";
import { phoneNow } from "../../clock.ts";
import { clockTime } from "../../format.ts";
import { problemSentence } from "../../message.ts";
import { newId } from "../../phone-world.ts";
import { isWaiting } from "../../problem.ts";
import { refreshDays } from "../../query-client.ts";
import { type Stamped, serverTimeAt } from "../../server-time.ts";
import type { Saving } from "../../ui/save-state.tsx";
import { useUndoable } from "../../undoable.ts";
import { doneText, partlyText } from "./outcome.ts";
import { approvalsQuery } from "./queries.ts";
import { type Item, keyOf, type Selection, without } from "./selection.ts";
import { useWords } from "./words.ts";

/** Approves and returns: the rows go at once and come back when it fails; for 6 s it can be taken back as a whole. */
export function useDeciding(answer: Stamped) {
  const m = useWords();
  const client = useQueryClient();
  const [leaving, setLeaving] = useState<Selection>(new Set());
  const [saving, setSaving] = useState<Saving | null>(null);
  const [partly, setPartly] = useState<string | null>(null);
  const { last, tell, forget } = useUndoable();

  const attempt = async (work: () => Promise<void>) => {
    setSaving({ state: "saving" });
    try {
      await work();
      setSaving({ state: "saved", at: timeOf(answer, m.lang) });
    } catch (error) {
      const onRetry = () => void attempt(work);
      setSaving({ state: "failed", why: problemSentence(m, error), ...(isWaiting(error) ? { onRetry } : {}) });
    }
  };

  const undo = (id: string) =>
    void attempt(async () => {
      await monthApi.undoDecision(id);
      await refreshDays(client);
    });

  const decide = (items: readonly Item[], verdict: DecisionInput["verdict"], reason?: string) => {
    const refs = items.map(({ ref }) => ref);
    const keys = refs.map(keyOf);
    const id = newId();
    const input = { id, verdict, items: refs, ...(reason === undefined ? {} : { reason }) };
    setPartly(null);
    forget();
    void attempt(async () => {
      setLeaving((before) => new Set([...before, ...keys]));
      try {
        const result = await monthApi.decide(input);
        await client.cancelQueries({ queryKey: approvalsQuery.queryKey });
        const done = new Set(result.done.map(keyOf));
        client.setQueryData(approvalsQuery.queryKey, (page) => page && without(page, done));
        setPartly(partlyText(m, verdict, result));
        const text = doneText(m, verdict, result);
        if (text !== null) tell(text, () => undo(id));
      } finally {
        setLeaving((before) => new Set([...before].filter((key) => !keys.includes(key))));
      }
      void refreshDays(client);
    });
  };
  return { decide, leaving, saving, partly, last, forget };
}

function timeOf(answer: Stamped, language: Parameters<typeof clockTime>[1]): string {
  const { minuteOn } = serverTimeAt(answer, phoneNow());
  return clockTime(minuteOn(answer.now.slice(0, 10)) % (24 * 60), language);
}
