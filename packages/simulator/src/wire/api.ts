import type { Clock } from "../clock.ts";
import type { ApprovalDesk } from "../events/approval-desk.ts";
import type { Event } from "../events/event.ts";
import type { Stream } from "../stream/stream.ts";
import type { World } from "../world/world.ts";
import type { Call } from "./call.ts";
import type { Envelope } from "./envelope.ts";
import type { Faults } from "./fault.ts";
import type { Quota } from "./quota.ts";
import type { AppCredentials, Tokens } from "./tokens.ts";
import type { createRobotPace } from "./webhook-robots.ts";

/** What every route stands on. */
export interface Ground {
  readonly seed: number;
  readonly app: AppCredentials;
  readonly world: World;
  readonly clock: Clock;
  readonly tokens: Tokens;
  readonly quota: Quota;
  readonly faults: Faults;
  readonly envelope: Envelope;
  readonly approvals: ApprovalDesk;
  readonly stream: Stream;
  readonly robotPace: ReturnType<typeof createRobotPace>;
  /** Queues an event for the app. */
  readonly tell: (event: Event) => void;
  /** Reads and clears the pushes that failed for good. */
  readonly takeFailedEvents: () => { failed_list: object[]; has_more: boolean };
}

/** One call that DingTalk offers. `answer` gives the body without the envelope, or a whole response. */
export interface ApiRoute {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** With `:name` for a part that varies. */
  readonly path: string;
  readonly host: "old" | "new";
  readonly token: "app" | "user" | "none";
  /** Does it use up the monthly quota? */
  readonly counted: boolean;
  /** The permission that the error 60011 names. */
  readonly scope: string;
  /** Must the body be JSON? So it is for the old paths outside `topapi`. */
  readonly jsonOnly?: boolean;
  /** Known from the vendor's package alone: a switch closes it. */
  readonly vendorOnly?: boolean;
  answer(call: Call, ground: Ground): object | Promise<object>;
}

type Answer = ApiRoute["answer"];

/** A `topapi` call of the contacts or login, which costs nothing. */
export function freeTop(path: string, scope: string, answer: Answer): ApiRoute {
  return { method: "POST", path: `/topapi/${path}`, host: "old", token: "app", counted: false, scope, answer };
}

/** A `topapi` call that counts; its successes carry `success: true`. */
export function countedTop(path: string, scope: string, answer: Answer): ApiRoute {
  const withSuccess: Answer = async (call, ground) => ({ ...(await answer(call, ground)), success: true });
  return {
    method: "POST",
    path: `/topapi/${path}`,
    host: "old",
    token: "app",
    counted: true,
    scope,
    answer: withSuccess,
  };
}
