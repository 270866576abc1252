import { useEffect, useRef, useState } from "react";
import { phoneNow } from "../../clock.ts";
import { onPullDown } from "../../dingtalk.ts";
import { usePull } from "./queries.ts";

const oncePerMs = 60_000;
const toldMs = 3_000;

/** The shared pull of punches, asked for by a tap or by pulling down, at most once a minute. */
export interface Pulling {
  readonly asked: "pulling" | "too-soon" | null;
  readonly ask: () => Promise<void>;
}

/** Asks for pulls; what is asked too soon is only told so for 3 seconds. */
export function usePulling(): Pulling {
  const { mutateAsync, isPending } = usePull();
  const [isTooSoon, setTooSoon] = useState(false);
  const lastAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (!isTooSoon) return;
    const timer = setTimeout(() => setTooSoon(false), toldMs);
    return () => clearTimeout(timer);
  }, [isTooSoon]);
  const ask = async () => {
    if (phoneNow() - lastAt.current < oncePerMs) return setTooSoon(true);
    lastAt.current = phoneNow();
    try {
      const { started } = await mutateAsync();
      if (!started) setTooSoon(true);
    } catch {
      lastAt.current = Number.NEGATIVE_INFINITY;
    }
  };
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => onPullDown(() => latest.current()), []);
  return { asked: isPending ? "pulling" : isTooSoon ? "too-soon" : null, ask };
}
