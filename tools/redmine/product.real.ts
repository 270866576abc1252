import { afterAll, beforeAll, expect, it } from "vitest";
import { ask, type Entry } from "./testing-company.ts";
import { summed, totalOf } from "./testing-hours.ts";
import { turn } from "./testing-linked.ts";
import { openScene, peace, type Scene, totalsOf } from "./testing-peace.ts";
import { decideAll, divide } from "./testing-steps.ts";

/** Two of ours go to the same task there; one goes to a project below another. */
const SITES = { GL2B: [0, 0], LPJG3: [0, 0], SW3: [1, null], T4MQ: [3, 1] } as const;
const ROUTES = { ...SITES, WLYY: [1, 1], ZB: [2, 2], NB: [1, null] } as const;
let scene: Scene;
let pages = 0;

beforeAll(async () => {
  scene = await openScene("month", { startsOn: "2026-08-18", routes: ROUTES });
});
afterAll(() => scene?.close());

it("people are recognised by their e-mails, or as somebody said; two are nobody's", async () => {
  const path = `/api/targets/${scene.target}/people`;
  const { counts } = (await scene.product.admin.call("GET", path)) as { counts: object };
  expect(counts).toMatchObject({ matched: 28, unmatched: 2, ambiguous: 0 });
});

it("a month of thirty people stands at Redmine to the minute, by person, project, task and date", async () => {
  expect(await peace(scene)).toBe(0);
  const { hours, entries } = scene.there();
  expect(entries).toBeGreaterThan(400);
  expect(hours).toEqual(await scene.wanted());
  expect(await toldByRedmine()).toEqual(hours);
  expect(pages).toBeGreaterThan(scene.ground.projects.length);
  const held = (await totalsOf(scene)).filter(({ state }) => state === "held").map((one) => one.held);
  expect(new Set(held)).toEqual(new Set(["not-approved", "person-unlinked"]));
});

it("pushed again, also after a pause, changes nothing", async () => {
  const before = scene.there();
  scene.door.meet();
  await scene.product.admin.call("POST", `/api/targets/${scene.target}/pushes`);
  await turn(scene.product.admin, scene.target, { state: "paused" });
  await turn(scene.product.admin, scene.target, { state: "on" });
  expect(await peace(scene)).toBe(0);
  expect(scene.door.seen.writes).toBe(0);
  expect(scene.there()).toEqual(before);
});

it("odd minutes of a divided day come as they are, and go when it is divided no more", async () => {
  const before = scene.there();
  const day = (await scene.allocations()).find(
    (one) => one.projectId === "GL2B" && one.date === "2026-09-15" && one.state === "automatic",
  );
  if (day === undefined) throw new Error("nobody was there");
  const tasks = scene.ground.projects[0]?.issues ?? [];
  const part = (n: number, minutes: number) => ({ projectId: "GL2B", taskId: `${scene.target}/${tasks[n]}`, minutes });
  await divide(scene, day, [part(1, 61), part(2, 1)]);
  await peace(scene);
  const acts = await decideAll(scene, "approve");
  await peace(scene);
  const own = Object.entries(scene.there().hours).filter(([key]) =>
    tasks.slice(1).some((id) => key.includes(` ${id} `)),
  );
  expect(own.map(([, minutes]) => minutes).sort()).toEqual([1, 61]);
  await divide(scene, day, []);
  for (const id of acts) await takeBack(id);
  await peace(scene);
  expect(scene.there()).toEqual(before);
});

it("hours that are returned go, and come back when that is taken back", async () => {
  const acts = await decideAll(scene, "approve");
  await peace(scene);
  const approved = totalOf(scene.there().hours);
  for (const id of acts) await takeBack(id);
  await peace(scene);
  expect(totalOf(scene.there().hours)).toBeLessThan(approved);
  await decideAll(scene, "return", 3);
  await decideAll(scene, "approve");
  await peace(scene);
});

async function takeBack(id: string): Promise<void> {
  const hr = await scene.product.doorOf("chen007");
  await hr.call("DELETE", `/api/approvals/${id}`);
}

/** The same as Redmine's REST API tells it, each entry's two decimals read as the whole minutes nearest to them. */
async function toldByRedmine() {
  const rows: Entry[] = [];
  for (const { id } of scene.ground.projects) {
    for (let offset = 0, total = 1; offset < total; offset += 100) {
      const query = `project_id=${id}&subproject_id=!*&from=2026-08-18&to=2026-09-30&sort=id&limit=100&offset=${offset}`;
      const page = (await ask(`/time_entries.json?${query}`)) as { time_entries: Entry[]; total_count: number };
      pages += 1;
      total = page.total_count;
      rows.push(...page.time_entries);
    }
  }
  const keyed = rows.map(({ user, project, issue, spent_on, hours }) => {
    return { key: `${user.id} ${project.id} ${issue?.id ?? "-"} ${spent_on}`, minutes: Math.round(hours * 60) };
  });
  return summed(keyed);
}
