import type { DeliveryCount } from "./events/delivery.ts";
import type { Stops } from "./time-passing.ts";
import type { MonthCount } from "./wire/quota.ts";
import type { AppCredentials } from "./wire/tokens.ts";
import type { Action } from "./world/action.ts";

/** What a simulator may be told; `README.md` lists what holds without it. */
export interface SimulatorOptions {
  readonly seed?: number | string;
  /** 12 to 20,000. */
  readonly people?: number;
  /** Where the clock begins, `2026-09-17T09:02:00+08:00`. */
  readonly start?: string;
  readonly running?: boolean;
  readonly throttle?: boolean;
  readonly callsPerSecond?: number;
  readonly monthlyCalls?: number;
  readonly monthlyEvents?: number;
  readonly tokenSeconds?: number;
  readonly app?: Partial<AppCredentials>;
  readonly appUrl?: string;
  readonly send?: (request: Request) => Promise<Response>;
  readonly onStop?: Stops;
  readonly onChange?: (state: SimulatorState) => void;
  readonly state?: SimulatorState;
}

/** Everything that the seed does not know: what was done to the world, and what time it is. */
export interface SimulatorState {
  readonly version: 1;
  readonly seed: number;
  readonly people: number;
  readonly start: number;
  readonly clock: { readonly now: number; readonly running: boolean };
  readonly journal: readonly Action[];
  readonly months: Readonly<Record<string, MonthCount>>;
  readonly delivery: DeliveryCount;
}

/** Options with nothing missing. */
export interface Settings {
  readonly seed: number;
  readonly people: number;
  readonly start: number;
  readonly running: boolean;
  readonly callsPerSecond: number | null;
  readonly monthlyCalls: number;
  readonly monthlyEvents: number;
  readonly tokenSeconds: number;
  readonly app: AppCredentials;
  readonly send: (request: Request) => Promise<Response>;
}
