import { expect, test } from "vitest";
import { openHouse, productIn } from "../testing.ts";
import { sendEvent } from "./send.ts";

const hook = { kind: "webhook", host: "hooks.example.com", url: "https://hooks.example.com/x", secrets: [] } as const;
const event = { eventId: "evt_1", attempt: 1, type: "period.closed", at: 0, data: '{"periodId":"2026-08"}', sentAt: 0 };

test("a receiver that is too slow is given up", async () => {
  const ctx = await productIn(await openHouse());
  const targets = { ...ctx.targets, fetchFor: () => () => new Promise<Response>(() => {}) };
  const answered = await sendEvent({ ...ctx, targets }, hook, { ...event, patienceMs: 20 });
  expect(answered).toEqual({ status: null, problem: "timeout", retryAfterMs: null });
});

test("of an endless answer nothing but its head is read", async () => {
  const ctx = await productIn(await openHouse());
  let pulled = 0;
  const endless = () =>
    new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(64 * 1024));
      },
    });
  const targets = { ...ctx.targets, fetchFor: () => async () => new Response(endless()) };
  expect(await sendEvent({ ...ctx, targets }, hook, event)).toMatchObject({ status: 200, problem: null });
  expect(pulled).toBeLessThanOrEqual(2);
});
