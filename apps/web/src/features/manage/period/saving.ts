import { useState } from "react";
import { phoneNow } from "../../../clock.ts";
import { clockTime } from "../../../format.ts";
import { isWaiting } from "../../../problem.ts";
import { type Stamped, serverTimeAt } from "../../../server-time.ts";
import type { Saving } from "../../../ui/save-state.tsx";
import { periodProblem, useWords, type Words } from "./words.ts";

const minutesPerDay = 24 * 60;

/** How one thing of the page is being saved; `attempt` answers whether it was. What waits for a network can be tried again. */
export function useSaving(answer: Stamped) {
  const m = useWords();
  const [saving, setSaving] = useState<Saving | null>(null);
  const attempt = async (work: () => Promise<unknown>): Promise<boolean> => {
    setSaving({ state: "saving" });
    try {
      await work();
      setSaving(savedNow(m, answer));
      return true;
    } catch (error) {
      setSaving(failedFor(m, error, () => void attempt(work)));
      return false;
    }
  };
  return { saving, attempt };
}

/** Saved at the server's time of this moment. */
export function savedNow(m: Words, answer: Stamped): Saving {
  const { minuteOn } = serverTimeAt(answer, phoneNow());
  return { state: "saved", at: clockTime(minuteOn(answer.now.slice(0, 10)) % minutesPerDay, m.lang) };
}

/** Not saved, why, and the way to try again where that may help. */
export function failedFor(m: Words, error: unknown, onRetry: () => void): Saving {
  return { state: "failed", why: periodProblem(m, error), ...(isWaiting(error) ? { onRetry } : {}) };
}
