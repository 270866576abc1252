import { useSyncExternalStore } from "react";

const wide = matchMedia("(min-width: 1024px)");

/** Whether the screen is a computer's: a rail instead of tabs, panes instead of sheets. */
export function useIsWide(): boolean {
  return useSyncExternalStore(subscribe, () => wide.matches);
}

function subscribe(listener: () => void): () => void {
  wide.addEventListener("change", listener);
  return () => wide.removeEventListener("change", listener);
}
