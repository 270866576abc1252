import type { RequestInput, RequestView } from "./api.ts";
import { askZh } from "./message/ask.zh.ts";
import { type QueueWorld, SendQueue, type Sent } from "./send-queue.ts";

/** A request on its way to whoever answers it. */
export type AskEntry = Sent<RequestInput, RequestView>;

/** The requests of this phone. One about the same thing of the same day replaces what still waits. */
export class AskQueue extends SendQueue<RequestInput, RequestView> {
  constructor(world: QueueWorld<RequestInput, RequestView>) {
    super(world, {
      isItem: isRequest,
      replaces: (added, old) => added.some((one) => isAlike(one, old)),
      keptOf: withoutOwnWords,
      lacks: ({ reason }) => (reason === "" ? "reason-missing" : null),
    });
  }
}

const usual: readonly unknown[] = Object.entries(askZh).flatMap(([key, text]) =>
  key.startsWith("ask.reason.") ? [text] : [],
);

/** What somebody wrote in own words does not lie on the phone: after a reload they are asked once more. */
function withoutOwnWords(request: RequestInput): RequestInput {
  return usual.includes(request.reason) ? request : { ...request, reason: "" };
}

function isAlike(one: RequestInput, old: RequestInput): boolean {
  return one.kind === old.kind && one.date === old.date && one.personId === old.personId;
}

function isRequest(value: unknown): value is RequestInput {
  const { id, kind, date, reason } = (value ?? {}) as Record<string, unknown>;
  return [id, kind, date, reason].every((one) => typeof one === "string");
}
