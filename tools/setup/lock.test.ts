import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { withLock } from "./lock.mjs";

const top = mkdtempSync(join(tmpdir(), "today-lock-"));
const folder = () => mkdtempSync(join(top, "test-"));
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
const nobodyWaits = () => expect.fail("there was nobody to wait for");

afterAll(() => rmSync(top, { recursive: true }));

test("two at once go one after the other, and the second is told for whom it waits", async () => {
  const file = join(folder(), "inside", "lock");
  const log: string[] = [];
  const first = withLock(
    file,
    async () => {
      log.push("first in");
      await pause(400);
      log.push("first out");
    },
    nobodyWaits,
  );
  await pause(0);
  const second = withLock(
    file,
    async () => void log.push("second"),
    (pid) => log.push(`waiting for ${pid === process.pid}`),
  );
  await Promise.all([first, second]);
  expect(log).toEqual(["first in", "waiting for true", "first out", "second"]);
  expect(readdirSync(join(file, ".."))).toEqual([]);
});

test("the lock of a process that is gone is taken over at once", async () => {
  const file = join(folder(), "lock");
  writeFileSync(file, String(spawnSync(process.execPath, ["-e", ""]).pid));
  expect(await withLock(file, async () => "mine", nobodyWaits)).toBe("mine");
});

test("a lock that nobody has touched for long is taken over although its number lives on", async () => {
  const file = join(folder(), "lock");
  writeFileSync(file, String(process.pid));
  utimesSync(file, 1, 1);
  expect(await withLock(file, async () => "mine", nobodyWaits)).toBe("mine");
});

test("work that fails gives the lock back", async () => {
  const file = join(folder(), "lock");
  await expect(withLock(file, () => Promise.reject(new Error("no network")), nobodyWaits)).rejects.toThrow(
    "no network",
  );
  expect(await withLock(file, async () => "mine", nobodyWaits)).toBe("mine");
});
