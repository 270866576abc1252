import { useCallback, useEffect, useRef } from "react";
import { goTo } from "../../route.ts";

const guard = "split-editor";
const patience = 300;

/** Where somebody wanted to go: a hash, or null for "back". */
export type Destination = string | null;

/**
 * While `isOn`, "back" and links to other pages ask first. Answers how to leave all the same: back to where one came from, to
 * `home` where there is nothing behind.
 */
export function useLeaveGuard(
  isOn: boolean,
  home: string,
  onAsk: (to: Destination) => void,
): (to: Destination) => void {
  const ask = useRef(onAsk);
  ask.current = onAsk;
  const isLeaving = useRef(false);
  useEffect(() => {
    if (!isOn) return;
    pushGuard();
    const onBack = () => {
      if (isLeaving.current || isGuarded()) return;
      pushGuard();
      ask.current(null);
    };
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[href^='#']") : null;
      const to = link?.getAttribute("href");
      if (to === null || to === undefined || isLeaving.current) return;
      event.preventDefault();
      ask.current(to);
    };
    addEventListener("popstate", onBack);
    document.addEventListener("click", onClick, true);
    return () => {
      removeEventListener("popstate", onBack);
      document.removeEventListener("click", onClick, true);
    };
  }, [isOn]);
  return useCallback(
    (to) => {
      isLeaving.current = true;
      leave(to, home);
    },
    [home],
  );
}

// One step of history with the same address: "back" takes it away and the page is still there to ask.
function pushGuard(): void {
  if (!isGuarded()) history.pushState({ guard }, "");
}

function isGuarded(): boolean {
  const state: unknown = history.state;
  return typeof state === "object" && state !== null && "guard" in state && state.guard === guard;
}

function leave(to: Destination, home: string): void {
  const here = location.hash;
  const steps = isGuarded() ? 2 : 1;
  if (to !== null || history.length <= steps) {
    goTo(to ?? home, { replace: true });
    return;
  }
  history.go(-steps);
  setTimeout(() => {
    if (location.hash === here) goTo(home, { replace: true });
  }, patience);
}
