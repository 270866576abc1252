import type { Delivery } from "./events/delivery.ts";
import type { Settings } from "./options.ts";
import type { Ground } from "./wire/api.ts";

/** What the doors lead to. */
export interface House {
  readonly ground: Ground;
  readonly settings: Settings;
  readonly delivery: Delivery;
  advanceTo(ms: number): Promise<void>;
  /** Tells the host that something was done. */
  changed(): void;
  reset(): void;
  appUrl(): string | null;
}
