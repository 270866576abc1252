import type { Minutes } from "@today/core/time/minutes";
import type { ApprovalRef, Approvals } from "../../api.ts";

/** Things of one kind that wait. */
export type Group = Approvals["groups"][number];

/** One thing that waits: a request, or an allocation that did not pass by itself. */
export type Item = Group["items"][number];

/** A thing that waits and what kind of thing it is. */
export interface Thing {
  readonly kind: Group["kind"];
  readonly item: Item;
}

/** The keys of what is ticked. */
export type Selection = ReadonlySet<string>;

/** What tells things apart; an allocation whose minutes changed is another one and not ticked any more. */
export function keyOf(ref: ApprovalRef): string {
  if (ref.type === "request") return ref.id;
  return [ref.personId, ref.date, ref.projectId, ref.key, ref.minutes].join(" ");
}

/** Everything on the page in its order. */
export function itemsOf({ groups }: Pick<Approvals, "groups">): Item[] {
  return groups.flatMap(({ items }) => items);
}

/** One thing and the kind of its group; undefined when it is gone. */
export function thingOf({ groups }: Pick<Approvals, "groups">, key: string | null): Thing | undefined {
  for (const { kind, items } of groups) {
    const item = items.find(({ ref }) => keyOf(ref) === key);
    if (item) return { kind, item };
  }
  return undefined;
}

/** How much of some things is ticked. */
export function tickOf(selection: Selection, items: readonly Item[]): "all" | "some" | "none" {
  const ticked = items.filter(({ ref }) => selection.has(keyOf(ref))).length;
  if (ticked === 0) return "none";
  return ticked === items.length ? "all" : "some";
}

/** After a tap on the tick of some things: all of them, or none if all were ticked. */
export function toggled(selection: Selection, items: readonly Item[]): Selection {
  const keys = items.map(({ ref }) => keyOf(ref));
  const next = new Set(selection);
  if (tickOf(selection, items) === "all") for (const key of keys) next.delete(key);
  else for (const key of keys) next.add(key);
  return next;
}

/** The minutes of some things; `isAdded` when approving adds all of them to what counts. */
export interface Effect {
  readonly minutes: Minutes;
  readonly isAdded: boolean;
}

/** What approving some things is about: requests add minutes, allocations are counted already. */
export function effectOf(items: readonly Item[]): Effect {
  return {
    minutes: items.reduce((sum, { minutes }) => sum + minutes, 0),
    isAdded: items.every(({ ref }) => ref.type === "request"),
  };
}

/** The page without some things: groups that become empty go, and the count falls. */
export function without<Page extends Pick<Approvals, "groups" | "count">>(page: Page, keys: Selection): Page {
  const groups = page.groups
    .map((group) => ({ ...group, items: group.items.filter(({ ref }) => !keys.has(keyOf(ref))) }))
    .filter(({ items }) => items.length > 0);
  return { ...page, groups, count: page.count - (itemsOf(page).length - itemsOf({ groups }).length) };
}
