import { afterAll, beforeAll, expect, it } from "vitest";
import { turn } from "./testing-linked.ts";
import { openScene, peace, type Scene } from "./testing-peace.ts";
import { steps } from "./testing-steps.ts";

const ROUTES = { GL2B: [0, 0], LPJG3: [0, 0], SW3: [1, null], T4MQ: [3, 1], ZB: [2, 2] } as const;
let scene: Scene;

beforeAll(async () => {
  scene = await openScene("killed", { startsOn: "2026-09-16", routes: ROUTES });
  await peace(scene);
});
afterAll(() => scene?.close());

/** Everything is ended at the n-th writing call: before Redmine has it, when Redmine has done it, or when the product has the answer. */
const POINTS = [
  ["taken away", 1, "before", "all"],
  ["made anew", 1, "after", "all"],
  ["divided anew", 3, "after", "all"],
  ["divided no more", 5, "answered", "all"],
  ["taken away", 4, "after", "node"],
  ["made anew", 9, "answered", "all"],
  ["divided anew", 12, "before", "node"],
  ["divided no more", 2, "after", "all"],
  ["taken away", 13, "answered", "node"],
  ["made anew", 16, "after", "node"],
] as const;

it.each(POINTS)("hours that are %s stand once when call %i kills (%s, %s)", async (step, at, when, what) => {
  const { door, product, target } = scene;
  await turn(product.admin, target, { state: "paused" });
  await steps[step](scene);
  const dead = killing(at, when, what);
  // The answer may be lost as well.
  await turn(product.admin, target, { state: "on" }).catch(() => {});
  await dead;
  door.meet();
  await product.start();
  expect(await peace(scene)).toBe(0);
  expect(scene.there().doubles).toEqual([]);
});

/** Resolves when the product was killed. */
function killing(at: number, when: "before" | "after" | "answered", what: "all" | "node"): Promise<void> {
  return new Promise((done) => {
    const kill = () => {
      scene.product.kill(what);
      done();
    };
    const fateOf = (n: number) => {
      if (n !== at || when === "answered") return "pass";
      kill();
      return when === "before" ? "before" : "after";
    };
    scene.door.meet(fateOf, (n) => {
      if (n === at && when === "answered") kill();
    });
  });
}
