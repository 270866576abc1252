import { addProject, beijing, plan, pull, punch } from "@today/db/testing";
import { expect, test } from "vitest";
import type { Today } from "../contract.ts";
import { openHouse } from "../testing.ts";

const date = "2026-09-17";

test("today shows the punches, the day so far, and a suggestion with its reason", async () => {
  const house = await openHouse();
  await addProject(house, { id: "lang", members: ["zhao"], site: { lat: 30.2854, lng: 120.0171 } });
  await addProject(house, { id: "shui", members: ["zhao"] });
  await plan(house, ["zhao"], ["2026-09-16", date]);
  await pull(house, beijing(date, 541), [
    punch("zhao", date, [537, "on"], { lat: 30.2854, lng: 120.0171, accuracy: 15, address: "工地大门" }),
  ]);
  const { status, body } = await house.as("zhao").call<Today>("GET", "/api/today");
  expect(status).toBe(200);
  expect(body).toMatchObject({
    now: "2026-09-17T13:30:00+08:00",
    date,
    dayKind: "workday",
    shift: { name: "白班", sections: [{ start: 540, end: 1080 }] },
    consequence: "site",
    workday: { version: 0, planned: 480, counted: 210, over: false, unassigned: 0 },
    suggestions: [
      { project: "lang", reason: "inside-site", distance: 0, accuracy: 15, radius: 200 },
      { project: "shui", reason: "member" },
    ],
  });
  expect(body.punches[0]).toMatchObject({ minute: 537, address: "工地大门", at: "2026-09-17T08:57:00+08:00" });
  expect(JSON.stringify(body)).not.toMatch(/30\.28|120\.01/);
});
