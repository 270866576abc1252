import { afterAll, beforeAll, expect, it } from "vitest";
import { ask, type Entry } from "./testing-company.ts";
import { ended } from "./testing-linked.ts";
import { openScene, peace, type Scene } from "./testing-peace.ts";

const MONTH = "2026-09";
const ROUTES = { GL2B: [0, 0], SW3: [1, null], T4MQ: [3, 1], ZB: [2, 2] } as const;
let scene: Scene;

beforeAll(async () => {
  scene = await openScene("compared", { startsOn: "2026-09-09", routes: ROUTES });
  await peace(scene);
});
afterAll(() => scene?.close());

interface Compared {
  readonly matches: Readonly<Record<string, number>>;
  readonly foreign: { readonly count: number; readonly minutes: number } | null;
  readonly projects: readonly { readonly ours: number; readonly theirs: number; readonly differing: number }[];
}

async function compare(): Promise<Compared> {
  const path = `/api/targets/${scene.target}`;
  // What was sent in the same instant would not be judged.
  await scene.product.advance(1);
  await scene.product.admin.call("POST", `${path}/comparisons`, { month: MONTH });
  await ended(scene.product, scene.target, "compare");
  return (await scene.product.admin.call("GET", `${path}/comparison?month=${MONTH}`)) as Compared;
}

async function entriesOf(project: number): Promise<Entry[]> {
  const id = scene.ground.projects[project]?.id;
  const path = `/time_entries.json?project_id=${id}&subproject_id=!*&sort=id&limit=100`;
  return ((await ask(path)) as { time_entries: Entry[] }).time_entries;
}

const change = (id: number | undefined, facts: object) =>
  ask(`/time_entries/${id}.json`, { method: "PUT", body: JSON.stringify({ time_entry: facts }) });

it("what was sent is the same there", async () => {
  const { matches, projects, foreign } = await compare();
  expect(Object.keys(matches)).toEqual(["same"]);
  expect(matches.same).toBeGreaterThan(100);
  expect(projects.map(({ theirs }) => theirs)).toEqual(projects.map(({ ours }) => ours));
  expect(foreign).toEqual({ count: 0, minutes: 0 });
});

it("what somebody made of it there is found and mended; what they booked themselves is told and left alone", async () => {
  const before = scene.there();
  const { same = 0 } = (await compare()).matches;
  const [first, second, third, fourth, fifth] = await entriesOf(0);
  const [outside] = await entriesOf(1);
  await ask(`/time_entries/${first?.id}.json`, { method: "DELETE" });
  await change(second?.id, { hours: 1.25 });
  await change(third?.id, { issue_id: scene.ground.projects[0]?.issues[2] });
  await change(fourth?.id, { spent_on: "2026-09-01" });
  await change(outside?.id, { user_id: fifth?.user.id });
  const { activity, ...copied } = fifth as Entry & { activity: { id: number } };
  const doubled = {
    issue_id: copied.issue?.id,
    user_id: copied.user.id,
    spent_on: copied.spent_on,
    hours: copied.hours,
  };
  await book({ ...doubled, comments: copied.comments, activity_id: activity.id });
  await book({ ...doubled, hours: 0.5, comments: "自己记的", activity_id: activity.id });

  const { matches, foreign } = await compare();
  expect(matches).toEqual({ same: same - 6, missing: 1, differs: 4, double: 1 });
  expect(foreign).toEqual({ count: 1, minutes: 30 });

  await scene.product.admin.call("POST", `/api/targets/${scene.target}/mends`, { month: MONTH, all: true });
  await ended(scene.product, scene.target, "compare");
  const own = (await entriesOf(0)).filter((one) => one.comments === "自己记的");
  expect(own).toHaveLength(1);
  for (const one of own) await ask(`/time_entries/${one.id}.json`, { method: "DELETE" });
  expect(await peace(scene)).toBe(0);
  expect(scene.there()).toEqual(before);
  expect((await compare()).matches).toEqual({ same });
});

function book(facts: object): Promise<unknown> {
  return ask("/time_entries.json", { method: "POST", body: JSON.stringify({ time_entry: facts }) });
}
