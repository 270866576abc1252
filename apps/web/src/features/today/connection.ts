import { useEffect, useState } from "react";
import { useOnline } from "../../online.ts";
import { isOffline, isWaiting } from "../../problem.ts";

/** How the connection is, as far as the person should know: nothing to say, or one of three lines. */
export type Connection = "fine" | "slow" | "offline" | "busy";

const slowMs = 3_000;

/** Judges the last request: `slow` after 3 s without an answer, `busy` when the server could not be reached although there is a network. */
export function useConnection(request: { isFetching: boolean; error: Error | null }): Connection {
  const isSlow = useLasting(request.isFetching, slowMs);
  const isOnline = useOnline();
  if (!isOnline || isOffline(request.error)) return "offline";
  if (request.error !== null && isWaiting(request.error)) return "busy";
  return isSlow ? "slow" : "fine";
}

function useLasting(isOn: boolean, ms: number): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!isOn) return setLate(false);
    const timer = setTimeout(() => setLate(true), ms);
    return () => clearTimeout(timer);
  }, [isOn, ms]);
  return isOn && isLate;
}
