import type { PrivacyAnswerInput, PrivacyNotice } from "./api.ts";
import { type QueueWorld, SendQueue, type Sent } from "./send-queue.ts";

/** An answer to the notice on its way. */
export type NoticeEntry = Sent<PrivacyAnswerInput, PrivacyNotice>;

/** The answers of this phone; a later one replaces what still waits. */
export class NoticeQueue extends SendQueue<PrivacyAnswerInput, PrivacyNotice> {
  constructor(world: QueueWorld<PrivacyAnswerInput, PrivacyNotice>) {
    super(world, { isItem: isAnswer, replaces: () => true });
  }
}

function isAnswer(value: unknown): value is PrivacyAnswerInput {
  const { id, version, basis, location } = (value ?? {}) as Record<string, unknown>;
  return [id, version, basis].every((one) => typeof one === "string") && typeof location === "boolean";
}
