import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { PeriodDetail } from "../../../api.ts";
import { phoneNow } from "../../../clock.ts";
import type { Stamped } from "../../../server-time.ts";
import type { Saving } from "../../../ui/save-state.tsx";
import { type Row, rowsOf } from "./check.ts";
import { periodQuery } from "./queries.ts";
import { failedFor, savedNow } from "./saving.ts";
import { useWords } from "./words.ts";

/** A line that was mended here: it stays where it was for a moment, with how its saving went. */
export interface Mend {
  readonly row: Row;
  /** What was done: `已补到 18:00`. */
  readonly text: string;
  readonly saving: Saving;
  /** The phone's time at which it was saved; null until then. */
  readonly savedAt: number | null;
}

export type Mends = ReadonlyMap<string, Mend>;

const lookEvery = 1_500;
const shownMs = 6_000;
// Whoever works the days out may be busy; then the line comes back as it was.
const patienceMs = 30_000;

/** Mends one line at a time: the change is sent, the checks are looked at again until the line is gone from them. */
export function useMending(answer: PeriodDetail & Stamped) {
  const m = useWords();
  const client = useQueryClient();
  const [mends, setMends] = useState<Mends>(new Map());
  const { queryKey } = periodQuery(answer.period.id);
  const set = (mend: Mend) => setMends((before) => new Map(before).set(mend.row.key, mend));

  const mend = async (row: Row, text: string, work: () => Promise<unknown>) => {
    set({ row, text, saving: { state: "saving" }, savedAt: null });
    try {
      await work();
      set({ row, text, saving: savedNow(m, answer), savedAt: phoneNow() });
      await client.invalidateQueries({ queryKey });
    } catch (error) {
      set({ row, text, saving: failedFor(m, error, () => void mend(row, text, work)), savedAt: null });
    }
  };

  const isLooking = [...mends.values()].some(({ savedAt }) => savedAt !== null);
  useEffect(() => {
    if (!isLooking) return;
    const timer = setInterval(() => {
      void client.invalidateQueries({ queryKey });
      const now = client.getQueryData<PeriodDetail>(queryKey);
      setMends((before) => stillShown(before, listedKeys(now), phoneNow()));
    }, lookEvery);
    return () => clearInterval(timer);
  });
  return { mends, mend: (row: Row, text: string, work: () => Promise<unknown>) => void mend(row, text, work) };
}

/** The mends that still show: those on their way, and those saved for a moment or until the checks no longer list them. */
export function stillShown(mends: Mends, listed: ReadonlySet<string>, now: number): Mends {
  const kept = [...mends].filter(([key, { savedAt }]) => {
    if (savedAt === null) return true;
    return now - savedAt < (listed.has(key) ? patienceMs : shownMs);
  });
  return kept.length === mends.size ? mends : new Map(kept);
}

function listedKeys(detail: PeriodDetail | undefined): ReadonlySet<string> {
  return new Set((detail?.checks ?? []).flatMap((check) => rowsOf(check).map(({ key }) => key)));
}
