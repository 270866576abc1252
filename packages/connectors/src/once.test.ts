import { expect, it } from "vitest";
import { once } from "./once.ts";

it("an answer is read once, a failure is read again", async () => {
  let reads = 0;
  const read = once(async () => {
    reads += 1;
    if (reads === 1) throw new Error("busy");
    return reads;
  });
  await expect(Promise.all([read(), read()])).rejects.toThrow("busy");
  expect(await Promise.all([read(), read()])).toEqual([2, 2]);
  expect(await read()).toBe(2);
});
