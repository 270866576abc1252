import type { WorkDate } from "@today/core/time/date";
import { type Minutes, minuteMs } from "@today/core/time/minutes";
import { useEffect, useState } from "react";
import { phoneNow } from "./clock.ts";
import { minuteAfter } from "./format.ts";

/** An answer with the server's `now`, and the phone's time when it came: their difference is all that the phone's clock is used for. */
export interface Stamped {
  readonly now: string;
  readonly receivedAt: number;
}

/** The server's time at this moment. */
export interface ServerTime {
  /** Milliseconds since 1970. */
  readonly instant: number;
  /** The place of this moment on a work date's line. */
  readonly minuteOn: (date: WorkDate) => Minutes;
}

/** Notes when an answer came. */
export function stamp<Answer extends { readonly now: string }>(answer: Answer): Answer & Stamped {
  return { ...answer, receivedAt: phoneNow() };
}

/** What the server's clock shows when the phone's shows `phone`. It never goes back behind the answer itself. */
export function serverTimeAt({ now, receivedAt }: Stamped, phone: number): ServerTime {
  const elapsed = Math.max(0, phone - receivedAt);
  return { instant: Date.parse(now) + elapsed, minuteOn: (date) => minuteAfter(now, elapsed, date) };
}

/** The server's time, again at each full minute, without a request. */
export function useServerTime(stamped: Stamped): ServerTime {
  const [phone, setPhone] = useState(phoneNow);
  const { now, receivedAt } = stamped;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const at = phoneNow();
      setPhone(at);
      const { instant } = serverTimeAt({ now, receivedAt }, at);
      timer = setTimeout(tick, minuteMs - (instant % minuteMs) + 50);
    };
    tick();
    return () => clearTimeout(timer);
  }, [now, receivedAt]);
  return serverTimeAt(stamped, Math.max(phone, receivedAt));
}
