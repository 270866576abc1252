import fc from "fast-check";
import { expect, test } from "vitest";
import { seal, unseal } from "./sealing.ts";

const key = "a-key-of-the-tests-that-is-long-enough";
const of = { company: "c1", targetId: "t1" };
const secrets = { key: "4f1c0ffee", password: "密码 with ümlauts" };
const unreadable = { kind: "credentials", code: "credentials-unreadable" };

test("what was sealed is read again, and each seal is another", async () => {
  const [one, two] = [await seal(key, of, secrets), await seal(key, of, secrets)];
  expect(await unseal(key, of, one)).toEqual(secrets);
  expect(one).not.toBe(two);
  expect(one).toMatch(/^1\.[\w-]+\.[\w-]+$/);
  expect(atob(one.split(".")[2]?.replaceAll("-", "+").replaceAll("_", "/") ?? "")).not.toContain("4f1c0ffee");
});

test("another target's, another company's and another key's seal stays shut", async () => {
  const sealed = await seal(key, of, secrets);
  await expect(unseal(key, { ...of, targetId: "t2" }, sealed)).rejects.toMatchObject(unreadable);
  await expect(unseal(key, { ...of, company: "c2" }, sealed)).rejects.toMatchObject(unreadable);
  await expect(unseal(`${key}!`, of, sealed)).rejects.toMatchObject(unreadable);
  // Two names that run together are not the same pair.
  const joined = await seal(key, { company: "c1", targetId: '","' }, secrets);
  await expect(unseal(key, { company: 'c1","', targetId: "" }, joined)).rejects.toMatchObject(unreadable);
});

test("no altered, shortened or foreign text is read", async () => {
  const sealed = await seal(key, of, secrets);
  const altered = fc.nat(sealed.length - 1).map((at) => {
    const other = sealed[at] === "A" ? "Q" : "A";
    return sealed.slice(0, at) + other + sealed.slice(at + 1);
  });
  const cut = fc.nat(sealed.length - 1).map((at) => sealed.slice(0, at));
  await fc.assert(
    fc.asyncProperty(fc.oneof(altered, cut, fc.string()), async (text) => {
      const opened = await unseal(key, of, text).catch((error: unknown) => error);
      // The last sign of base64 may carry bits that mean nothing.
      if (opened instanceof Error) expect(opened).toMatchObject(unreadable);
      else expect(opened).toEqual(secrets);
    }),
    { numRuns: 200 },
  );
});
