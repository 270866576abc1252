import { Webhook } from "standardwebhooks";
import { expect, test } from "vitest";
import { mintHookSecret, signatureHeaders } from "./signature.ts";

const body = '{"type":"worklog.pushed","timestamp":"2026-01-01T00:00:00Z","data":{"id":"wl_1"}}';

test("a message is signed as the specification's vector is", async () => {
  const secret = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
  expect(await signatureHeaders({ id: "msg_2f6b1c", at: 1767225600_000, body }, [secret])).toEqual({
    "webhook-id": "msg_2f6b1c",
    "webhook-timestamp": "1767225600",
    "webhook-signature": "v1,9QussPATH6LCLkobtkhQZc4JruLaoxpdTCnbSlhJf8c=",
  });
});

test("a receiver's library takes what either of two secrets signed, and nothing that was changed", async () => {
  const [old, fresh] = [mintHookSecret(), mintHookSecret()];
  const headers = await signatureHeaders({ id: "evt_1", at: Date.now(), body }, [fresh, old]);
  for (const secret of [old, fresh]) {
    expect(new Webhook(secret).verify(body, headers)).toMatchObject({ data: { id: "wl_1" } });
    expect(() => new Webhook(secret).verify(`${body} `, headers)).toThrow();
  }
  expect(() => new Webhook(mintHookSecret()).verify(body, headers)).toThrow();
});

test("two secrets are never the same", () => {
  expect(mintHookSecret()).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(mintHookSecret()).not.toBe(mintHookSecret());
});
