import { useSyncExternalStore } from "react";

/** The tabs of the app. */
export type Tab = "today" | "hours" | "team" | "manage" | "me";

/** Where the person is: `#/hours/2026-09-15/split` is the tab `hours` and `["2026-09-15", "split"]`. */
export interface Route {
  readonly tab: Tab;
  readonly rest: readonly string[];
}

const tabs: readonly string[] = ["today", "hours", "team", "manage", "me"] satisfies Tab[];

/** Reads a hash; what is not known leads to 今天. */
export function parseRoute(hash: string): Route {
  const [path = ""] = hash.replace(/^#?\/?/, "").split("?");
  const [tab = "", ...rest] = path.split("/").filter(Boolean).map(decode);
  return isTab(tab) ? { tab, rest } : { tab: "today", rest: [] };
}

/** The hash of a place: `hashOf("hours", "2026-09-15")` is `#/hours/2026-09-15`. */
export function hashOf(tab: Tab, ...rest: readonly string[]): string {
  return `#/${[tab, ...rest].map(encodeURIComponent).join("/")}`;
}

/** Goes to a place. `replace` leaves no step for "back". */
export function goTo(hash: string, how: { replace?: boolean } = {}): void {
  if (how.replace) location.replace(hash);
  else location.hash = hash;
}

/** Where the person is now. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return parseRoute(hash);
}

function subscribe(listener: () => void): () => void {
  addEventListener("hashchange", listener);
  return () => removeEventListener("hashchange", listener);
}

function isTab(name: string): name is Tab {
  return tabs.includes(name);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
