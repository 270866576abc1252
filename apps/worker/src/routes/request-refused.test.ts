import { addPeople, addProject, beijing, plan, pull, punch } from "@today/db/testing";
import { expect, test } from "vitest";
import { type House, openHouse } from "../testing.ts";

const id = "0f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c11";
const [open, full, today] = ["2026-09-15", "2026-09-16", "2026-09-17"];

/** Zhao came at nine on the 15th and never left, worked 9–20 on the 16th, and came at nine today. */
async function furnish(): Promise<House> {
  const house = await openHouse();
  await addPeople(house, ["wang"]);
  await addProject(house, { id: "lang", members: ["zhao"] });
  await addProject(house, { id: "shui", members: ["qian"] });
  await plan(house, ["zhao"], [open, full, today]);
  await pull(house, beijing(today, 541), [
    punch("zhao", open, [540, "on"]),
    punch("zhao", full, [540, "on"]),
    punch("zhao", full, [1200, "off"]),
    punch("zhao", today, [540, "on"]),
  ]);
  return house;
}

const out = { kind: "clock-out", date: open, at: "18:00" };
const into = { kind: "clock-in", date: open, at: "09:00" };
const pick = { kind: "pick", date: full, projectId: "lang" };
const split = { kind: "split", date: full, parts: [{ projectId: "lang", minutes: 480 }] };
const more = { kind: "overtime", date: full, start: "18:00", end: "20:00" };

type Row = readonly [title: string, answer: string, body: unknown];

const rows: readonly Row[] = [
  ["malformed JSON", "400 bad-json", "{"],
  ["a kind nobody knows", "400 invalid-input", { ...out, kind: "holiday" }],
  ["an id that is no UUID", "400 invalid-input", { ...out, id: "1" }],
  ["no reason", "400 invalid-input", { ...out, reason: " " }],
  ["a reason of 101 characters", "400 invalid-input", { ...out, reason: "因".repeat(101) }],
  ["a field of another kind", "400 invalid-input", { ...out, projectId: "lang" }],
  ["a time that does not exist", "400 invalid-input", { ...out, at: "24:00" }],
  ["a clock-out at the clock-in", "400 invalid-input", { ...out, at: "09:00" }],
  ["a clock-out to come", "400 invalid-input", { ...out, date: today, at: "18:00" }],
  ["a clock-out of a day that has one", "422 request-empty", { ...out, date: full }],
  ["a clock-out of a day without clock-in", "422 request-empty", { ...out, date: "2026-09-14" }],
  ["a clock-in at the minute of the one there is", "422 request-empty", into],
  ["a day too far back", "422 date-out-of-range", { ...out, date: "2026-08-16" }],
  ["a day to come", "422 date-out-of-range", { ...pick, date: "2026-09-18" }],
  ["overtime of eight days ago", "422 date-out-of-range", { ...more, date: "2026-09-09" }],
  ["overtime in 32 days", "422 date-out-of-range", { ...more, date: "2026-10-19" }],
  ["overtime that ends as it starts", "400 invalid-input", { ...more, end: "18:00" }],
  ["overtime of which no minute was worked", "422 request-empty", { ...more, start: "20:00", end: "22:00" }],
  ["a pick on another's project", "422 project-not-bookable", { ...pick, projectId: "shui" }],
  ["a pick on a day without hours", "422 request-empty", { ...pick, date: "2026-09-14" }],
  [
    "a split on another's project",
    "422 project-not-bookable",
    { ...split, parts: [{ projectId: "shui", minutes: 60 }] },
  ],
  ["a split longer than the day", "422 split-too-long", { ...split, parts: [{ projectId: "lang", minutes: 481 }] }],
  [
    "a split with an empty part",
    "422 split-part-not-positive",
    { ...split, parts: [{ projectId: "lang", minutes: 0 }] },
  ],
  ["a split without parts", "400 invalid-input", { ...split, parts: [] }],
  ["a colleague's day", "404 not-found", { ...pick, personId: "qian" }],
  ["nobody's day", "404 not-found", { ...pick, personId: "nobody" }],
  ["a body of 2 MB", "413 body-too-large", { ...out, reason: "x".repeat(2_000_000) }],
];

test.each(rows)("%s is refused and nothing is kept", async (_, answer, body) => {
  const house = await furnish();
  const sent = typeof body === "string" ? body : { id, reason: "忘了", ...(body as object) };
  const { status, body: problem } = await house.as("zhao").refused("POST", "/api/requests", sent);
  expect(`${status} ${problem.code}`).toBe(answer);
  const kept = await house.db.all("select id from request where company_id = ?1", house.id);
  expect([kept, house.sent]).toEqual([[], []]);
});

test("a list and a withdrawal want what exists", async () => {
  const house = await furnish();
  const code = async (method: string, path: string) => (await house.as("zhao").refused(method, path)).body.code;
  expect(await code("GET", "/api/requests?state=some")).toBe("invalid-input");
  expect(await code("GET", "/api/requests?person=nobody")).toBe("not-found");
  expect(await code("DELETE", "/api/requests/5")).toBe("invalid-input");
  expect(await code("DELETE", `/api/requests/${id}`)).toBe("not-found");
});

test("overtime is asked for up to 31 days ahead, and the running day's clock-out when it has passed", async () => {
  const house = await furnish();
  const ask = async (body: object) => {
    const wish = { id: crypto.randomUUID(), reason: "赶工", ...body };
    return (await house.as("zhao").call<{ effect: object }>("POST", "/api/requests", wish)).body.effect;
  };
  expect(await ask({ ...more, date: "2026-10-10" })).toEqual({ minutes: 0, project: "lang", overtime: "workday" });
  expect(await ask({ ...more, date: "2026-10-01" })).toEqual({ minutes: 0, project: "lang", overtime: "statutory" });
  expect(await ask(more)).toEqual({ minutes: 120, project: "lang", overtime: "workday" });
  expect(await ask({ ...out, date: today, at: "12:00" })).toEqual({ minutes: -30, project: null, overtime: null });
});
