import fc from "fast-check";
import { expect, it } from "vitest";
import { spoilt } from "../odd-payload.ts";
import { normaliseEvent } from "./event.ts";

const http = {
  EventType: "bpms_instance_change",
  EventTime: 1789285262000,
  CorpId: "ding0000fixture0001",
  BizId: "1789285262000",
  eventId: "53ee",
  corpId: "ding0000fixture0001",
  processInstanceId: "Xy7R",
  processCode: "PROC-LEAVE",
  bizCategoryId: "",
  businessId: "202609131534000382214",
  title: "赵一提交的请假",
  type: "finish",
  result: "agree",
  staffId: "zhao001",
  createTime: 1789284877000,
  finishTime: 1789285262000,
};
const task = {
  processInstanceId: "Pq3L",
  processCode: "PROC-PURCHASE",
  title: "钱二提交的采购申请",
  type: "finish",
  result: "redirect",
  remark: "同意",
  taskId: 90112233445,
  staffId: "mgr1001",
  createTime: 1789371600000,
  finishTime: 1789380000000,
};

it("reads an approval pushed over HTTP, over Stream and without an event id alike", () => {
  const approval = {
    processInstanceId: "Xy7R",
    mainInstanceId: null,
    processCode: "PROC-LEAVE",
    businessId: "202609131534000382214",
    title: "赵一提交的请假",
    kind: null,
    change: "finished",
    result: "agreed",
    originatorUserId: "zhao001",
    startedAt: 1789284877000,
    finishedAt: 1789285262000,
  };
  const facts = { type: "bpms_instance_change", corpId: "ding0000fixture0001", bornAt: 1789285262000 };
  expect(normaliseEvent(http, "hash")).toEqual({ ...facts, id: "53ee", approval });
  const { EventType, EventTime, CorpId, BizId, eventId, ...data } = http;
  const stream = { eventType: EventType, eventBornTime: `${EventTime}`, eventCorpId: CorpId, eventId, data };
  expect(normaliseEvent(stream, "hash")).toEqual({ ...facts, id: "53ee", approval });
  expect(normaliseEvent({ EventType, ...data }, "hash")).toEqual({ ...facts, id: "hash", bornAt: null, approval });
});

it.each([
  ["start", undefined, "started", null],
  ["finish", "refuse", "finished", "refused"],
  ["terminate", undefined, "withdrawn", null],
  ["delete", "", "deleted", null],
  ["constructor", "toString", null, null],
])("reads the change %s with result %s", (type, result, change, read) => {
  expect(normaliseEvent({ ...http, type, result }, "hash")).toMatchObject({ approval: { change, result: read } });
});

it.each([
  ["attendance.batchovertime", "overtime"],
  ["attendance.supply", "punch-correction"],
  ["attendance.goout", "trip"],
  ["alitrip.business", "trip"],
  ["attendance.leave", "leave"],
  ["attendance.relieve", null],
  ["dingtalk.businessFinance.payment", null],
])("knows what the category %s is about", (bizCategoryId, kind) => {
  expect(normaliseEvent({ ...http, bizCategoryId }, "hash")).toMatchObject({ approval: { kind } });
});

it("reads what attendance says of an approval", () => {
  const raw = {
    EventType: "attendance_approve_status_change",
    ...{
      processInstanceId: "N3w",
      mainProcessInstanceId: "Xy7R",
      processCode: "P",
      approveType: "OUT",
      status: "terminate",
    },
  };
  expect(normaliseEvent(raw, "hash")).toMatchObject({
    type: "attendance_approve_status_change",
    approval: { processInstanceId: "N3w", mainInstanceId: "Xy7R", kind: "trip", change: "withdrawn", result: null },
  });
});

it("reads a task, and who came by", () => {
  expect(normaliseEvent({ eventType: "bpms_task_change", data: task }, "hash")).toMatchObject({
    type: "bpms_task_change",
    task: {
      ...{ processInstanceId: "Pq3L", taskId: "90112233445", change: "finished", result: "redirected" },
      ...{ userId: "mgr1001", remark: "同意", startedAt: 1789371600000, finishedAt: 1789380000000 },
    },
  });
  expect(
    normaliseEvent({ EventType: "check_in", TimeStamp: "1789354950000", StaffId: "zhao001" }, "hash"),
  ).toMatchObject({
    ...{ type: "check_in", userId: "zhao001", at: 1789354950000 },
  });
});

it("keeps as unknown what names no approval", () => {
  for (const type of ["bpms_instance_change", "bpms_task_change", "check_in"]) {
    expect(normaliseEvent({ EventType: type, type: "finish" }, "hash")).toMatchObject({ type: "unknown", name: type });
  }
});

it("never throws on odd events", () => {
  const samples = fc.constantFrom<object>(http, { eventType: "bpms_task_change", data: task });
  fc.assert(
    fc.property(
      samples.chain((sample) => spoilt(sample)),
      (raw) => {
        expect(normaliseEvent(raw, "hash").id).not.toBe("");
      },
    ),
    { numRuns: 500 },
  );
});
