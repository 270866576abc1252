import fc from "fast-check";
import { expect, test } from "vitest";
import { distinctKeys, keyOf } from "./account-key.ts";

test.each([
  "13800000001",
  "+86 138 0000 0001",
  "86-13800000001",
  "0086 13800000001",
  "（+86）138-0000-0001",
  "１３８００００００01",
])("%s is one and the same phone", (text) => {
  expect(keyOf("mobile", text)?.value).toBe("8613800000001");
});

test("a foreign phone keeps its country and is not taken for a Chinese one", () => {
  expect(keyOf("mobile", "+1 380 000 0001")?.value).toBe("13800000001");
  expect(keyOf("mobile", "+852 9123 4567")?.value).toBe("85291234567");
});

test("an e-mail is compared without case, what is none is nobody's", () => {
  expect(keyOf("email", " Li.Na@Example.CN ")?.value).toBe("li.na@example.cn");
  expect(keyOf("email", "li na")).toBeNull();
});

test.each([null, undefined, "", "   ", "123456", "phone"])("%o is no phone", (text) => {
  expect(keyOf("mobile", text)).toBeNull();
});

test("a number keeps its leading zeros", () => {
  expect(keyOf("number", "00123")?.value).toBe("00123");
});

test("what was brought into form once stays as it is", () => {
  fc.assert(
    fc.property(fc.constantFrom("user", "number", "email", "union"), fc.string({ unit: "grapheme" }), (kind, text) => {
      const key = keyOf(kind, text);
      expect(key === null ? null : keyOf(kind, key.value)).toEqual(key);
    }),
  );
});

test("repeats are dropped", () => {
  expect(distinctKeys([keyOf("email", "A@x.cn"), null, keyOf("email", "a@X.cn"), keyOf("user", "a@x.cn")])).toEqual([
    { kind: "email", value: "a@x.cn" },
    { kind: "user", value: "a@x.cn" },
  ]);
});
