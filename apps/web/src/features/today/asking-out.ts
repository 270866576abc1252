import { formatClockTime } from "@today/core/time/clock-time";
import type { WorkDate } from "@today/core/time/date";
import type { Minutes } from "@today/core/time/minutes";
import { useState } from "react";
import { askQueue } from "../../asking.ts";
import { vibrate } from "../../dingtalk.ts";
import { newId } from "../../phone-world.ts";
import { useAskAgain } from "./queries.ts";

/** The clock-out that somebody names for an earlier day. */
export interface OutWish {
  readonly date: WorkDate;
  readonly at: Minutes;
  readonly reason: string;
}

/** Asks for a missing clock-out and takes the last one back. */
export function useAskingOut() {
  const [last, setLast] = useState<(OutWish & { readonly id: string }) | null>(null);
  const askAgain = useAskAgain();

  const ask = (wish: OutWish) => {
    const id = newId();
    const { date, at, reason } = wish;
    askQueue.add({ kind: "clock-out", id, date, at: formatClockTime(at), reason });
    setLast({ ...wish, id });
    void vibrate();
  };
  const undo = async () => {
    if (last === null) return;
    setLast(null);
    await askQueue.undo([last.id]);
    await askAgain();
  };
  return { ask, undo, last, forget: () => setLast(null) };
}
