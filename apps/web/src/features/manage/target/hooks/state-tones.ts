import type { Hook } from "../../../../api.ts";
import type { Delivery } from "./hook-text.ts";

/** Amber is what somebody may do something about. */
export const stateTones = { on: "good", paused: "fact", failing: "todo", gone: "todo" } as const satisfies Record<
  Hook["state"],
  string
>;

export const deliveryTones = {
  waiting: "fact",
  sending: "blue",
  done: "good",
  failed: "todo",
} as const satisfies Record<Delivery["state"], string>;
