import { type SealedReply, sealSuccess, verifyAndOpen } from "@today/dingtalk/callback/callback";
import type { CallbackKeys, SealedMessage } from "@today/dingtalk/callback/seal";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";
import { keepEvent } from "../keep-event.ts";

const longestWayMs = 3_600_000;

/**
 * Takes an event push: verified, kept, put on the queue, answered with the sealed word `success`. One that came before changes
 * nothing; a wrong signature, application or organisation is refused as `signature-invalid`, a push of more than an hour ago as
 * `signature-expired`.
 */
export async function receiveEvent(ctx: Context, keys: CallbackKeys, sealed: SealedMessage): Promise<SealedReply> {
  const opened = await verifyAndOpen(keys, sealed);
  if ("problem" in opened) throw new Refusal("signature-invalid");
  const age = Math.abs(ctx.now - Number(sealed.timestamp));
  if (!(age <= longestWayMs)) throw new Refusal("signature-expired");
  if (!(await keepEvent(ctx, opened.event))) throw new Refusal("signature-invalid");
  return sealSuccess(keys, { timestamp: sealed.timestamp, nonce: sealed.nonce });
}
