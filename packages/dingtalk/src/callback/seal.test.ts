import { describe, expect, it } from "vitest";
import { vectors } from "./callback-vectors.json";
import { type CallbackKeys, open, type SealedMessage, seal } from "./seal.ts";

const keys: CallbackKeys = {
  token: "123456",
  aesKey: "4g5j64qlyl3zvetqxz5jiocdr586fn2zvjpa8zls3ij",
  ownerKey: "dingfixture00000000",
};
const stamp = { timestamp: "1789347443000", nonce: "A7Co0cJL" };
const bytes = (text: string) => new TextEncoder().encode(text);

async function opened(sealed: SealedMessage, by = keys) {
  const result = await open(by, sealed);
  return "problem" in result ? result : new TextDecoder().decode(result.message);
}

/** Signs whatever ciphertext, as somebody who knows the token could. */
async function signed(encrypt: string): Promise<SealedMessage> {
  const parts = [keys.token, stamp.timestamp, stamp.nonce, encrypt].sort().join("");
  const digest = await crypto.subtle.digest("SHA-1", bytes(parts));
  return { ...stamp, encrypt, signature: Buffer.from(digest).toString("hex") };
}

/** Encrypts these exact bytes, whatever they are, without adding anything. */
async function encrypted(plain: Uint8Array<ArrayBuffer>): Promise<string> {
  const raw = Buffer.from(`${keys.aesKey}=`, "base64");
  const key = await crypto.subtle.importKey("raw", raw, "AES-CBC", false, ["encrypt"]);
  const cipher = await crypto.subtle.encrypt({ name: "AES-CBC", iv: raw.subarray(0, 16) }, key, plain);
  return Buffer.from(cipher).subarray(0, plain.length).toString("base64");
}

/** 16 random bytes, length, `{}`, owner, 32-byte padding: 41 + 23 bytes of padding. */
async function tampered(change: (plain: Uint8Array) => void) {
  const head = Buffer.concat([Buffer.alloc(16, 7), Buffer.from([0, 0, 0, 2]), bytes(`{}${keys.ownerKey}`)]);
  const plain = new Uint8Array(64).fill(64 - head.length, head.length);
  plain.set(head);
  change(plain);
  return opened(await signed(await encrypted(plain)));
}

describe("the published vectors", () => {
  it.each(vectors)("$id opens and seals to the same bytes", async (vector) => {
    const by = { token: vector.token, aesKey: vector.aesKey, ownerKey: vector.ownerKey };
    const at = { timestamp: vector.timestamp ?? "1", nonce: vector.nonce ?? "n" };
    const sealed = await seal(by, vector.plaintext, { ...at, random: bytes(vector.random16) });
    expect(sealed.encrypt).toBe(vector.encrypt);
    if (vector.signature !== null) expect(sealed.signature).toBe(vector.signature);
    expect(await opened({ ...sealed, encrypt: vector.encrypt }, by)).toBe(vector.plaintext);
  });
});

describe("sealing and opening", () => {
  it("agree for every length of padding, 1 to 32, and for Chinese text", async () => {
    for (let length = 0; length <= 32; length += 1) {
      const message = "今".repeat(length);
      expect(await opened(await seal(keys, message, stamp))).toBe(message);
      const plain = "x".repeat(length);
      expect(await opened(await seal(keys, plain, stamp))).toBe(plain);
    }
  });

  it("never seal the same message to the same bytes twice", async () => {
    const [one, other] = [await seal(keys, "success", stamp), await seal(keys, "success", stamp)];
    expect(one.encrypt).not.toBe(other.encrypt);
  });

  it("accept a signature in capitals", async () => {
    const sealed = await seal(keys, "{}", stamp);
    expect(await opened({ ...sealed, signature: sealed.signature.toUpperCase() })).toBe("{}");
  });

  it("refuse to seal with a malformed key", async () => {
    await expect(seal({ ...keys, aesKey: "short" }, "success", stamp)).rejects.toThrow(RangeError);
  });
});

describe("tampering", () => {
  it("with the signature, timestamp, nonce or any character of the text is noticed", async () => {
    const sealed = await seal(keys, '{"EventType":"check_url"}', stamp);
    const flip = (text: string, at: number) => text.slice(0, at) + (text[at] === "0" ? "1" : "0") + text.slice(at + 1);
    for (const part of ["signature", "timestamp", "nonce", "encrypt"] as const) {
      for (let at = 0; at < sealed[part].length; at += 1) {
        const changed = { ...sealed, [part]: flip(sealed[part], at) };
        if (changed[part] !== sealed[part]) expect(await opened(changed)).toEqual({ problem: "signature" });
      }
    }
    expect(await opened({ ...sealed, signature: "" })).toEqual({ problem: "signature" });
    expect(await opened(sealed, { ...keys, token: "654321" })).toEqual({ problem: "signature" });
  });

  it("by somebody who knows the token is noticed in length, owner and padding", async () => {
    expect(await tampered(() => {})).toBe("{}");
    expect(await tampered((plain) => plain.fill(8, 0, 16))).toBe("{}");
    expect(await tampered((plain) => plain.set([0xff], 16))).toEqual({ problem: "length" });
    expect(await tampered((plain) => plain.set([0, 0, 0, 22], 16))).toEqual({ problem: "length" });
    expect(await tampered((plain) => plain.set([3], 19))).toEqual({ problem: "owner" });
    expect(await tampered((plain) => plain.set([90], 22))).toEqual({ problem: "owner" });
    expect(await tampered((plain) => plain.set([0], 63))).toEqual({ problem: "padding" });
    expect(await tampered((plain) => plain.set([33], 63))).toEqual({ problem: "padding" });
    expect(await tampered((plain) => plain.set([9], 50))).toEqual({ problem: "padding" });
    expect(await tampered((plain) => plain.fill(32, 32))).toEqual({ problem: "owner" });
  });

  it("that leaves no whole blocks or no base64 is noticed", async () => {
    for (const encrypt of [
      "",
      "AAAA",
      "****",
      Buffer.alloc(16).toString("base64"),
      Buffer.alloc(40).toString("base64"),
    ]) {
      expect(await opened(await signed(encrypt))).toEqual({ problem: "ciphertext" });
    }
  });

  it("with two padding blocks and nothing else is noticed", async () => {
    expect(await opened(await signed(await encrypted(new Uint8Array(32).fill(32))))).toEqual({ problem: "length" });
  });
});

describe("keys", () => {
  it("of another app are told by the owner", async () => {
    const sealed = await seal({ ...keys, ownerKey: "dingother0000000000" }, "{}", stamp);
    expect(await opened(sealed)).toEqual({ problem: "owner" });
  });

  it("that are malformed are named, and a wrong one opens nothing", async () => {
    const sealed = await seal(keys, "{}", stamp);
    expect(await opened(sealed, { ...keys, aesKey: `${keys.aesKey}x` })).toEqual({ problem: "aes-key" });
    const wrong = await open({ ...keys, aesKey: "1234567890123456789012345678901234567890123" }, sealed);
    expect(wrong).toHaveProperty("problem");
  });
});
