import { describe, expect, test } from "vitest";
import published from "./callback-vectors.json" with { type: "json" };
import { seal, signature, unseal } from "./seal.ts";

describe.each(published.vectors)("the published vector $id", (vector) => {
  test("is read", () => {
    expect(unseal(vector, vector.encrypt)).toBe(vector.plaintext);
  });

  test("is written byte for byte, given its random prefix", () => {
    expect(seal(vector, vector.plaintext, vector.random16)).toBe(vector.encrypt);
  });
});

describe("the published signatures", () => {
  test.each(published.vectors.filter(({ signature: known }) => known !== null))("$id", (vector) => {
    const { token, timestamp, nonce, encrypt } = vector;
    expect(signature(token, { timestamp: String(timestamp), nonce: String(nonce), encrypt })).toBe(vector.signature);
  });
});

const KEYS = { token: "today", aesKey: "1234567890123456789012345678901234567890123", ownerKey: "dingsimulatorapp" };

describe("a sealed message", () => {
  test("survives Chinese and every length of padding", () => {
    for (let length = 0; length < 70; length += 1) {
      const message = "赵".repeat(length);
      expect(unseal(KEYS, seal(KEYS, message, "0123456789abcdef"))).toBe(message);
    }
  });

  test("is refused by another owner", () => {
    const encrypted = seal(KEYS, "success", "0123456789abcdef");
    expect(() => unseal({ ...KEYS, ownerKey: "dingother" }, encrypted)).toThrow("owner key");
  });

  test("is refused when it was changed", () => {
    const bytes = Buffer.from(seal(KEYS, "success", "0123456789abcdef"), "base64");
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    expect(() => unseal(KEYS, bytes.toString("base64"))).toThrow();
  });
});
