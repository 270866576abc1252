import fc from "fast-check";
import { expect, it } from "vitest";
import { personDay } from "../attendance/person-day.ts";
import { spoilt } from "../odd-payload.ts";
import { clientAnswering } from "../testing.ts";
import { factsOfDay } from "./day-fact.ts";

const at = (text: string) => Date.parse(`${text}+08:00`);
const row = {
  procInst_id: "Xy7R",
  biz_type: 1,
  tag_name: "加班",
  sub_type: "",
  begin_time: "2026-09-16 18:30:00",
  end_time: "2026-09-16 21:00:00",
  duration: "2.5",
  duration_unit: "hour",
  gmt_finished: "2026-09-15 10:00:02",
};
const trip = {
  ...row,
  procInst_id: "Tr1p",
  biz_type: null,
  tag_name: "外出",
  duration: "0.5",
  duration_unit: "halfDay",
};

async function read(approvals: unknown) {
  const { dingtalk } = clientAnswering({ errcode: 0, result: { approve_list: approvals } });
  return factsOfDay(await personDay(dingtalk, "zhao001", "2026-09-16"));
}

it("reads overtime and trips of a day, a repeated one once", async () => {
  const { facts, rejected } = await read([
    row,
    row,
    trip,
    { ...row, procInst_id: "" },
    { ...row, biz_type: 9, tag_name: "?" },
  ]);
  expect(facts).toMatchObject([
    {
      ...{ kind: "overtime", processInstanceId: "Xy7R", userIds: ["zhao001"], minutes: 150, unit: "hour" },
      ...{ from: at("2026-09-16T18:30"), to: at("2026-09-16T21:00"), state: "agreed" },
      modifiedAt: at("2026-09-15T10:00:02"),
    },
    { kind: "trip", processInstanceId: "Tr1p", minutes: null, unit: "half-day" },
  ]);
  expect(rejected).toMatchObject([{ reason: "procInst_id" }, { reason: "biz_type" }]);
});

it("never throws on odd approvals", async () => {
  await fc.assert(
    fc.asyncProperty(spoilt([row, trip]), async (approvals) => {
      for (const fact of (await read(approvals)).facts) expect(fact.to).toBeGreaterThan(fact.from);
    }),
  );
});
