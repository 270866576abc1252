import { createSimulator } from "@today/simulator/simulator";
import { describe, expect, it } from "vitest";
import { personDay } from "../attendance/person-day.ts";
import { sixty, townOf } from "../town.ts";
import { approvedFacts, type FactMeans } from "./fact.ts";
import { readChain } from "./instance.ts";
import { instanceIds } from "./instance-ids.ts";
import { approvalTemplates } from "./template.ts";

const town = () => townOf(createSimulator(sixty));

const at = (text: string) => Date.parse(`${text}+08:00`);
const shift = { sections: [{ start: 540, end: 1080 }], breaks: [{ start: 720, end: 810 }] };
const means: FactMeans = { shiftOn: () => shift };

type Town = ReturnType<typeof town>;

async function begin({ control }: Town, asked: object): Promise<string> {
  const { approval } = await control("approvals", { userId: "zhao001", decide: "agree", ...asked });
  return String(Object(approval).id ?? Object(approval).processInstanceId);
}

async function factsOf(place: Town, id: string) {
  const chain = await readChain(place.dingtalk, id);
  expect(chain.flatMap((one) => one.rejected)).toEqual([]);
  return approvedFacts(chain, means);
}

const overtime = { kind: "overtime", start: at("2026-09-16T18:30"), end: at("2026-09-16T21:00") };
const trip = { kind: "trip", start: at("2026-09-21T09:00"), end: at("2026-09-22T18:00"), unit: "day", place: "宁波" };
const halfTrip = { ...trip, end: at("2026-09-21T12:00"), unit: "halfDay" };
const outing = { kind: "outing", start: at("2026-09-16T14:00"), end: at("2026-09-16T16:00") };
const leave = { kind: "leave", start: at("2026-09-18T13:30"), end: at("2026-09-18T18:00"), unit: "hour", name: "事假" };
const supply = { kind: "supply", workDate: "2026-09-16", type: "off", at: at("2026-09-16T18:00") };

describe("approvals of the simulator", () => {
  it.each([
    {},
    { overtimeForm: "field" },
    { tripForm: "suite" },
    { extValueMissing: true },
    { halfDayUnit: "HALF_DAY" },
    { approvalTimes: "utc" },
    { successText: true },
    { jitter: true },
  ])("are read as the same facts with %o", async (switches) => {
    const place = town();
    await place.control("switches", switches);
    for (const [asked, expected] of [
      [overtime, { kind: "overtime", minutes: 150, from: overtime.start, to: overtime.end, unit: "hour" }],
      [trip, { kind: "trip", minutes: 900, from: trip.start, to: trip.end, unit: "day" }],
      [halfTrip, { kind: "trip", minutes: 180, from: trip.start, to: at("2026-09-21T12:00"), unit: "half-day" }],
      [outing, { kind: "trip", minutes: 120, from: outing.start, to: outing.end, unit: "hour" }],
      [leave, { kind: "leave", minutes: 270, from: leave.start, to: leave.end, unit: "hour", label: "事假" }],
      [supply, { kind: "punch-correction", from: supply.at, to: supply.at }],
    ] as const) {
      const id = await begin(place, asked);
      const { facts, rejected } = await factsOf(place, id);
      const common = { processInstanceId: id, userIds: ["zhao001"], state: "agreed", part: 0 };
      expect({ facts, rejected }).toMatchObject({ facts: [{ ...common, ...expected }], rejected: [] });
      const now = place.simulator.now();
      expect(facts[0]?.modifiedAt).toBe(now - (now % 60_000));
    }
  });

  it("stand as they stand, changed and cancelled ones too", async () => {
    const place = town();
    const running = await begin(place, { ...leave, decide: undefined });
    const refused = await begin(place, { ...leave, decide: "refuse" });
    expect((await factsOf(place, running)).facts).toMatchObject([{ state: "running" }]);
    expect((await factsOf(place, refused)).facts).toMatchObject([{ state: "refused" }]);
    const first = await begin(place, leave);
    const { approval } = await place.control(`approvals/${first}/modify`, {
      ...leave,
      end: at("2026-09-18T15:30"),
      decide: "agree",
    });
    const changed = String(Object(approval).id ?? Object(approval).processInstanceId);
    expect((await factsOf(place, first)).facts).toMatchObject([
      { processInstanceId: first, state: "revoked", replacedBy: changed },
      { processInstanceId: changed, state: "agreed", minutes: 120 },
    ]);
    await place.control(`approvals/${first}/revoke`, { decide: "agree" });
    expect((await factsOf(place, changed)).facts).toMatchObject([{ state: "revoked" }, { state: "revoked" }]);
  });

  it("are found by form and time, page by page, at one counted call each", async () => {
    const place = town();
    const { templates } = await approvalTemplates(place.dingtalk, "admin012");
    const form = templates.find(({ attendance }) => attendance === "leave");
    const now = place.simulator.now();
    const window = { processCode: form?.processCode ?? "", from: now - 3_600_000, to: now + 60_000 };
    const begun: string[] = [];
    for (let count = 0; count < 23; count += 1) begun.push(await begin(place, leave));
    const before = place.counts.ok;
    const found: string[] = [];
    for await (const page of instanceIds(place.dingtalk, window)) found.push(...page);
    expect(found).toEqual(expect.arrayContaining(begun));
    expect(place.counts.ok - before).toBe(Math.ceil(found.length / 20));
    const none = instanceIds(place.dingtalk, { ...window, statuses: ["RUNNING"], userIds: ["zhao001"] });
    for await (const page of none) expect(page).toEqual([]);
  });

  it("show in the person's day", async () => {
    const place = town();
    const id = await begin(place, overtime);
    const { approvals } = await personDay(place.dingtalk, "zhao001", "2026-09-16");
    expect(approvals).toMatchObject([{ kind: "overtime", instanceId: id, from: overtime.start, to: overtime.end }]);
  });
});
