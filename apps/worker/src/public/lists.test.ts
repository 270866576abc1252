import { addPeople, addProject, plan } from "@today/db/testing";
import { expect, test } from "vitest";
import { settleDays } from "../settle-days.ts";
import { type House, productIn } from "../testing.ts";
import { type Program, programIn } from "../testing-api.ts";
import { scopeNames } from "./scope.ts";
import { houseOfHours, secrets, work } from "./testing-hours.ts";

type Item = Record<string, unknown>;
interface Page {
  readonly items: readonly Item[];
  readonly next: string | null;
}

const september = "from=2026-09-01&to=2026-09-30";
const lists = [
  "/v1/projects?status=all",
  "/v1/people?status=all",
  `/v1/workdays?${september}`,
  `/v1/allocations?${september}`,
  `/v1/adjustments?${september}`,
  `/v1/worklogs?${september}`,
];

async function opened(): Promise<{ house: House; program: Program }> {
  const house = await houseOfHours();
  return { house, program: await programIn(house, scopeNames) };
}

/** Walks a list in pages of two by its `Link`s; `between` runs after the first page. */
async function walk(program: Program, path: string, between: () => Promise<unknown> = async () => {}) {
  const items: Item[] = [];
  for (let at: string | undefined = `${path}&limit=2`; at !== undefined; ) {
    const { status, body, headers }: { status: number; body: Page; headers: Headers } = await program.call("GET", at);
    expect(status).toBe(200);
    if (items.length === 0) await between();
    items.push(...body.items);
    at = /^<(.*)>; rel="next"$/.exec(headers.get("link") ?? "")?.[1];
    expect(at === undefined).toBe(body.next === null);
    if (body.next !== null) expect(at).toContain(`cursor=${body.next}`);
  }
  return items;
}

test.each(lists)("%s comes whole and in the same order in one page and in many", async (path) => {
  const { program } = await opened();
  const { body } = await program.call<Page>("GET", `${path}&limit=200`);
  expect(body.items.length).toBeGreaterThan(2);
  expect(body.next).toBe(null);
  expect(await walk(program, path)).toEqual(body.items);
});

test.each(lists)("%s neither repeats nor loses a row when others come meanwhile", async (path) => {
  const { house, program } = await opened();
  const { body: before } = await program.call<Page>("GET", `${path}&limit=200`);
  const walked = await walk(program, path, async () => {
    await addPeople(house, ["a", "zz"]);
    await addProject(house, { id: "a", members: ["zhao"] });
    await addProject(house, { id: "zz", members: ["a", "zz"] });
    await plan(house, ["a", "zhao", "zz"], ["2026-09-11"]);
    await work(house, ["a", "zhao", "zz"], "2026-09-11");
    await settleDays(await productIn(house), null);
  });
  const texts = walked.map((item) => JSON.stringify(item));
  expect(new Set(texts).size).toBe(texts.length);
  for (const item of before.items) expect(texts).toContain(JSON.stringify(item));
});

test("no answer holds money, coordinates, phones or numbers of people", async () => {
  const { program } = await opened();
  for (const path of [...lists, "/v1/me", "/v1/periods"]) {
    const text = JSON.stringify((await program.call("GET", path)).body);
    for (const secret of secrets) expect(text, path).not.toContain(secret);
    expect(text, path).not.toMatch(/fen|cost|rate|lat|lng|mobile":|phone|department/i);
  }
});

test("only days that changed since an instant come, and their allocations", async () => {
  const { house, program } = await opened();
  house.now += 60_000;
  const since = encodeURIComponent("2026-09-17T13:30:30+08:00");
  const changed = async (what: string) =>
    (await program.call<Page>("GET", `/v1/${what}?${september}&changedSince=${since}`)).body.items;
  expect(await changed("workdays")).toEqual([]);
  const pick = { personId: "zhao", date: "2026-09-15", projectId: "shui", reason: "借调" };
  expect((await program.post("/v1/picks", pick)).status).toBe(201);
  await settleDays(await productIn(house), null);
  expect(await changed("workdays")).toMatchObject([{ personId: "zhao", date: "2026-09-15", counted: 480, over: true }]);
  expect(await changed("allocations")).toMatchObject([
    { projectId: "shui", personId: "zhao", minutes: 480, basis: "pick" },
  ]);
});

test("a list is narrowed to a person, a project, a state", async () => {
  const { program } = await opened();
  const only = async (path: string) => (await program.call<Page>("GET", path)).body.items;
  const of = (items: readonly Item[], field: string) => [...new Set(items.map((item) => item[field]))];
  expect(of(await only(`/v1/workdays?${september}&person=qian`), "personId")).toEqual(["qian"]);
  expect(await only(`/v1/allocations?${september}&project=shui`)).toEqual([]);
  expect(of(await only(`/v1/worklogs?${september}&state=failed`), "state")).toEqual(["failed"]);
  expect(of(await only("/v1/projects?code=lang"), "id")).toEqual(["lang"]);
});

test.each([
  ["/v1/workdays", "invalid-input"],
  ["/v1/workdays?from=2026-09-02&to=2026-09-01", "range-reversed"],
  ["/v1/allocations?from=2026-07-01&to=2026-09-01", "range-too-long"],
  [`/v1/workdays?${september}&changedSince=gestern`, "invalid-input"],
  [`/v1/workdays?${september}&cursor=x`, "invalid-input"],
  ["/v1/projects?limit=0", "invalid-input"],
  ["/v1/projects?limit=201", "invalid-input"],
  ["/v1/people?status=odd", "invalid-input"],
  [`/v1/worklogs?${september}&state=odd`, "invalid-input"],
])("%s is refused as %s", async (path, code) => {
  const { program } = await opened();
  const refused = await program.refused("GET", path);
  expect([refused.status, refused.body.code]).toEqual([400, code]);
});

test("a cursor of one list opens no other", async () => {
  const { program } = await opened();
  const { body } = await program.call<Page>("GET", "/v1/people?limit=1");
  const refused = await program.refused("GET", `/v1/projects?cursor=${body.next}`);
  expect([refused.status, refused.body.code]).toEqual([400, "invalid-input"]);
});
