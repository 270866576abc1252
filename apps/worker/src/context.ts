import type { Role } from "@today/core/person";
import type { Instant } from "@today/core/time/minutes";
import type { Database } from "@today/db/database";
import type { DingTalk } from "@today/dingtalk/client";
import type { Job } from "./job.ts";

/** Who acts: a signed-in person, or the product itself in the background. */
export interface Actor {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly channel: "app" | "job" | "dingtalk";
}

export interface Company {
  readonly id: string;
  /** IANA zone. */
  readonly zone: string;
}

/** The world as a verb sees it; made at the door, passed by hand. */
export interface Context {
  readonly db: Database;
  readonly dingtalk: DingTalk;
  readonly queue: { sendBatch(messages: { body: Job }[]): Promise<unknown> };
  readonly now: Instant;
  readonly company: Company;
  readonly actor: Actor;
}
