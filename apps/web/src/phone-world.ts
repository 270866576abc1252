import { phoneNow } from "./clock.ts";
import type { QueueWorld } from "./send-queue.ts";

/** What every queue of this phone needs besides sending; `place` is where its items are kept. */
export function phoneWorld(place: string): Omit<QueueWorld<unknown, unknown>, "send" | "withdraw"> {
  return {
    load: () => localStorage.getItem(place),
    store: (text) => localStorage.setItem(place, text),
    now: phoneNow,
    later: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  };
}

/** An id made on the phone, so that a repeat changes nothing. */
export function newId(): string {
  return crypto.randomUUID?.() ?? uuidFrom(crypto.getRandomValues(new Uint8Array(16)));
}

// randomUUID only exists in secure contexts and newer web views.
function uuidFrom(bytes: Uint8Array): string {
  const hex = [...bytes].map((byte, index) => {
    const fixed = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte;
    return fixed.toString(16).padStart(2, "0");
  });
  const text = hex.join("");
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join("-");
}
