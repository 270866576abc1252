import type { DingTalkEvent } from "../callback/event.ts";
import type { TakeEvent } from "./connection.ts";

/** Repeats are normal on Stream: an event that is being taken or was taken lately is not taken again; one that failed is. */
export function takeOnce(take: TakeEvent, remembered = 2000): TakeEvent {
  const taken = new Map<string, Promise<void>>();
  return (event: DingTalkEvent) => {
    const known = taken.get(event.id);
    if (known !== undefined) return known;
    const taking = Promise.resolve(event).then(take);
    taken.set(event.id, taking);
    taking.catch(() => taken.delete(event.id));
    for (const id of taken.keys()) {
      if (taken.size <= remembered) break;
      taken.delete(id);
    }
    return taking;
  };
}
