import { callsOf, dingtalkBatches } from "@today/core/call-cost";
import { expect, test } from "vitest";
import { asked, at, begin, callsTo, follow, standingOf } from "../testing-forms.ts";
import { openTown, type Town } from "../testing-town.ts";

const instances = "/v1.0/workflow/processInstances";
const lists = "/v1.0/workflow/processes/instanceIds";

async function openWeek(events: boolean): Promise<Town> {
  const town = await openTown({ people: 12 });
  await town.run({ kind: "punches", from: "2026-09-14", to: "2026-09-16" });
  if (events) await town.listen({ approvalEvents: true, attendanceEvents: true });
  return town;
}

test("an agreed approval that both events tell of is read once, one that is refused or withdrawn never", async () => {
  const town = await openWeek(true);
  await begin(town, asked.trip);
  await town.drain();
  expect(await callsTo(town, instances)).toBe(1);
  await begin(town, asked.outing, { decide: "refuse" });
  await follow(town, await begin(town, asked.overtime, {}), "terminate");
  const { pushes } = town;
  expect(pushes.length).toBeGreaterThan(6);
  await town.drain();
  // Of the events of a refused one the attendance event does not say that it was refused.
  expect(await callsTo(town, instances)).toBeLessThanOrEqual(2);
  await town.drain();
  expect((await standingOf(town)).granted).toHaveLength(2);
});

test("a purchase costs no call", async () => {
  const town = await openWeek(true);
  await town.run({ kind: "approvals" });
  const before = await callsTo(town, instances);
  await begin(town, { kind: "custom", processCode: "PROC-SIMULATOR-PURCHASE", values: {} });
  await town.drain();
  expect(await callsTo(town, instances)).toBe(before);
});

test.each(["list first", "approval first"])(
  "a leave known from DingTalk's list and from its approval is one, %s",
  async (order) => {
    const town = await openWeek(true);
    const day = { ...asked.leave, start: at("2026-09-21T09:00"), end: at("2026-09-22T18:00"), unit: "day" };
    const id = await begin(town, day);
    await begin(town, asked.leave);
    if (order === "approval first") await town.drain();
    await town.run({ kind: "night" });
    await town.drain();
    expect((await standingOf(town)).leaves).toHaveLength(2);
    await follow(town, id, "modify", { ...day, end: at("2026-09-21T18:00"), decide: "agree" });
    if (order === "approval first") await town.drain();
    await town.goTo("2026-09-18", 130);
    await town.run({ kind: "night" });
    await town.drain();
    const { leaves } = await standingOf(town);
    expect(leaves).toHaveLength(2);
    await follow(town, id, "revoke", { decide: "agree" });
    await town.drain();
    expect((await standingOf(town)).leaves).toEqual([{ from_at: asked.leave.start, to_at: asked.leave.end }]);
    await town.goTo("2026-09-19", 130);
    await town.run({ kind: "night" });
    expect((await standingOf(town)).leaves).toEqual([{ from_at: asked.leave.start, to_at: asked.leave.end }]);
  },
  20_000,
);

test.each([0, 1, 7, 25])(
  "%i approvals and as many that run cost no more than the plan sets aside",
  async (many) => {
    const town = await openWeek(false);
    await town.run({ kind: "approvals" });
    const before = { read: await callsTo(town, instances), list: await callsTo(town, lists) };
    const running: string[] = [];
    for (let n = 0; n < many; n += 1) {
      await begin(town, n % 2 === 0 ? asked.overtime : asked.outing);
      running.push(await begin(town, asked.trip, {}));
    }
    let nights = 0;
    for (const date of ["2026-09-18", "2026-09-19", "2026-09-20"]) {
      await town.goTo(date, 130);
      if (date === "2026-09-20") for (const id of running) await follow(town, id, "approve");
      await town.run({ kind: "approvals" });
      nights += 1;
    }
    const read = (await callsTo(town, instances)) - before.read;
    const list = (await callsTo(town, lists)) - before.list;
    const load = { people: 12, points: 2, leavesAHundred: 0, checkinsADay: 0, approvalTemplates: 6 };
    const aNight = callsOf(
      "approvals",
      { ...load, approvalsADay: 2 * many },
      { days: 1, workdays: 1 },
      dingtalkBatches,
    );
    expect(read).toBeLessThanOrEqual(2 * many + (many < 3 ? 2 * many : 0));
    expect(read + list).toBeLessThanOrEqual(nights * aNight);
  },
  20_000,
);
