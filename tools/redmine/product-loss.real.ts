import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openScene, peace, type Scene } from "./testing-peace.ts";
import { steps } from "./testing-steps.ts";

const ROUTES = { GL2B: [0, 0], LPJG3: [0, 0], SW3: [1, null], T4MQ: [3, 1], ZB: [2, 2] } as const;
/** So many writing calls have another fate than to pass. */
const MOST = 24;
let scene: Scene;

beforeAll(async () => {
  scene = await openScene("lost", { startsOn: "2026-09-16", routes: ROUTES });
  await peace(scene);
  expect(scene.there().entries).toBeGreaterThan(15);
});
afterAll(() => scene?.close());

const FATES = {
  "lost before and after it arrived in turn": (n: number) => (n % 2 === 0 ? "after" : "before"),
  "answered by a Redmine that is busy, or lost after it arrived": (n: number) => (n % 3 === 0 ? "busy" : "after"),
} as const;

describe.each(Object.entries(FATES))("each of the first calls %s", (_, fateOf) => {
  it.each(Object.entries(steps))("leaves every hour once when all are %s", async (_, change) => {
    scene.door.meet((n) => (n <= MOST ? fateOf(n) : "pass"));
    await change(scene);
    const aside = await peace(scene);
    expect(scene.door.seen.lost).toBeGreaterThan(8);
    expect(aside).toBe(0);
    expect(scene.there().doubles).toEqual([]);
  });
});
