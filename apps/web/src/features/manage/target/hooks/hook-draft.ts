import type { Hook, HookChangeInput, HookInput } from "../../../../api.ts";

export type HookEvent = HookInput["events"][number];

/** A hook as it is being written down. */
export interface HookDraft {
  readonly kind: HookInput["kind"];
  readonly name: string;
  /** Empty in a change: it stays. */
  readonly url: string;
  readonly events: readonly HookEvent[];
  readonly projectId: string | null;
}

export const emptyDraft: HookDraft = { kind: "webhook", name: "", url: "", events: [], projectId: null };

/** What a hook is now, ready to be changed. */
export function draftOf({ kind, name, events, projectId }: Hook): HookDraft {
  return { kind, name, url: "", events, projectId };
}

/** What is still missing, the first of it; null when it can be sent. */
export function missingIn(draft: HookDraft, isNew: boolean): "needsName" | "needsUrl" | "needsEvent" | null {
  if (draft.name.trim() === "") return "needsName";
  if (isNew && draft.url.trim() === "") return "needsUrl";
  return draft.events.length === 0 ? "needsEvent" : null;
}

/** With one event more, or one fewer; always in the order in which they are shown. */
export function toggled(events: readonly HookEvent[], one: HookEvent, order: readonly HookEvent[]): HookEvent[] {
  const held = new Set(events);
  if (!held.delete(one)) held.add(one);
  return order.filter((event) => held.has(event));
}

/** A new hook to be made; the same id at every try. */
export function inputOf({ events, ...draft }: HookDraft, id: string): HookInput {
  return { ...draft, id, name: draft.name.trim(), url: draft.url.trim(), events: [...events] };
}

/** What is to change of a hook at its version; an address that was not typed again stays. */
export function changeOf({ name, url, events, projectId }: HookDraft, version: number): HookChangeInput {
  const address = url.trim();
  return { version, name: name.trim(), events: [...events], projectId, ...(address === "" ? {} : { url: address }) };
}
