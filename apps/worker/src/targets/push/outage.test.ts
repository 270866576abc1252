import { expect, test, vi } from "vitest";
import type { Target } from "../../contract.ts";
import { openPushing, type Pushing } from "../../testing-push.ts";
import { callerOf } from "../../testing-reading.ts";

vi.setConfig({ testTimeout: 60_000 });

const fresh = "a-fresh-key";
const rows = Array.from({ length: 20 }, (_, n) => ({
  ...{ key: `k${n}`, date: `2026-09-${String(1 + n).padStart(2, "0")}` },
  ...{ remote_person: "5", remote_project: "1", remote_task: "12" },
}));

/** Has the product take another key from the eighth call on. */
function changeKey({ town, stub }: Pushing): { readonly told: number[] } {
  const old = stub.settings.key ?? "";
  const told: number[] = [];
  let seen = 0;
  for (const [host, answer] of Object.entries(town.outside)) {
    town.outside[host] = async (request) => {
      seen += 1;
      const key = request.headers.get("x-redmine-api-key");
      const wanted = seen < 8 ? old : fresh;
      if (key !== wanted) {
        told.push(401);
        return new Response("", { status: 401 });
      }
      const known = new Request(request);
      known.headers.set("x-redmine-api-key", old);
      return answer(known);
    };
  }
  return { told };
}

const textsOf = ({ stub }: Pushing) =>
  stub
    .held()
    .map(({ text }) => text)
    .sort();
const everything = rows.map(({ key }) => `砌墙 [wk:${key}]`).sort();
const statesOf = async (pushing: Pushing) => new Set((await pushing.rows()).map(({ state }) => state));

test("a key that is refused in the midst stops everything until the right one comes, and then all goes once", async () => {
  const pushing = await openPushing();
  const { told } = changeKey(pushing);
  const path = `/api/targets/${pushing.id}`;
  const call = callerOf(pushing.town);
  await pushing.want(rows);
  await pushing.push();
  const arrived = pushing.stub.held().length;
  expect(arrived).toBeGreaterThan(0);
  expect(arrived).toBeLessThan(rows.length);
  const { body } = await call<Target>("GET", path);
  expect(body).toMatchObject({ state: "on", problem: "credentials" });
  expect(await statesOf(pushing)).toEqual(new Set(["done", "due"]));
  const refused = told.length;
  await pushing.calmDown(6);
  expect(told).toHaveLength(refused);
  expect(await statesOf(pushing)).toEqual(new Set(["done", "due"]));
  const mended = await call<Target>("PATCH", path, { version: body.version, settings: { key: fresh } });
  expect(mended.body).toMatchObject({ problem: null });
  await pushing.town.drain();
  expect(textsOf(pushing)).toEqual(everything);
  expect(await statesOf(pushing)).toEqual(new Set(["done"]));
});

test.each([429, 503] as const)(
  "a far side that answers %s for hours gets all of it once when it is sound",
  async (status) => {
    const pushing = await openPushing();
    await pushing.want(rows);
    pushing.meet(() => status);
    await pushing.push();
    await pushing.calmDown(6);
    expect(pushing.stub.held()).toEqual([]);
    expect(await statesOf(pushing)).not.toContain("failed");
    expect(pushing.calls.length).toBeLessThanOrEqual(60);
    pushing.meet(() => "fine");
    await pushing.calmDown();
    expect(textsOf(pushing)).toEqual(everything);
    expect(await statesOf(pushing)).toEqual(new Set(["done"]));
    expect(pushing.calls.length).toBeLessThanOrEqual(3 * rows.length);
  },
);
