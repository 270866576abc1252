import { describe, expect, it } from "vitest";
import { approvedFacts, type FactMeans } from "./fact.ts";
import { type ApprovalInstance, instanceOf } from "./instance.ts";
import { goOutComponents, leaveResult, overtimeComponents, supplyComponents } from "./sample.ts";

const at = (text: string) => Date.parse(`${text}+08:00`);
const day = { sections: [{ start: 540, end: 1080 }], breaks: [{ start: 720, end: 810 }] };
const weekdays: FactMeans = {
  shiftOn: (_, date) => (date === "2026-09-19" || date === "2026-09-20" ? null : day),
};
const unknown: FactMeans = { shiftOn: () => undefined };

function instance(changes: object = {}, id = "one"): ApprovalInstance {
  const read = instanceOf(id, { ...leaveResult, ...changes });
  if (typeof read === "string") throw new Error(read);
  return read;
}

function form(components: object[], title = "审批"): ApprovalInstance {
  return instance({ formComponentValues: components, title });
}

function holiday(value: unknown[], extension?: object): ApprovalInstance {
  const extValue = extension === undefined ? undefined : JSON.stringify(extension);
  return form([{ id: "DDHolidayField-1", componentType: "DDHolidayField", value: JSON.stringify(value), extValue }]);
}

describe("a leave", () => {
  it("in hours is its clock times, with the minutes that DingTalk counted", () => {
    expect(approvedFacts([instance()], unknown)).toEqual({
      facts: [
        {
          kind: "leave",
          processInstanceId: "one",
          part: 0,
          mainInstanceId: "one",
          userIds: ["zhao001"],
          unknownNames: [],
          from: at("2026-09-16T13:30"),
          to: at("2026-09-16T18:00"),
          days: [{ date: "2026-09-16", from: at("2026-09-16T13:30"), to: at("2026-09-16T18:00"), minutes: 270 }],
          minutes: 270,
          unit: "hour",
          label: "事假",
          lieu: false,
          correction: null,
          state: "agreed",
          replacedBy: null,
          modifiedAt: at("2026-09-13T15:41"),
          notUnderstood: ["请假事由"],
        },
      ],
      rejected: [],
    });
  });

  it("in hours without DingTalk's count takes what lies within the shifts", () => {
    const { facts } = approvedFacts([holiday(["2026-09-18 11:00", "2026-09-21 10:00", 2, "hour", "事假"])], weekdays);
    expect(facts).toMatchObject([
      {
        from: at("2026-09-18T11:00"),
        to: at("2026-09-21T10:00"),
        days: [
          { date: "2026-09-18", minutes: 330 },
          { date: "2026-09-21", minutes: 60 },
        ],
        minutes: 390,
      },
    ]);
  });

  it("of whole and half days follows the person's shift and leaves rest days out", () => {
    const { facts } = approvedFacts([holiday(["2026-09-18 下午", "2026-09-21 上午", 1, "halfDay", "年假"])], weekdays);
    expect(facts).toMatchObject([
      {
        unit: "half-day",
        from: at("2026-09-18T13:30"),
        to: at("2026-09-21T12:00"),
        days: [
          { date: "2026-09-18", from: at("2026-09-18T13:30"), to: at("2026-09-18T18:00"), minutes: 270 },
          { date: "2026-09-21", from: at("2026-09-21T09:00"), to: at("2026-09-21T12:00"), minutes: 180 },
        ],
        minutes: 450,
      },
    ]);
  });

  it.each(["DAY", "HALF_DAY"])(
    "of half a day without a known shift is half of what DingTalk calls a day (%s)",
    (unit) => {
      const detail = {
        workDate: 1789488000000,
        workTimeMinutes: 480,
        approveInfo: { fromTime: 1789488000000, toTime: 1789531200000, durationInDay: 0.5, durationInHour: 12 },
      };
      const one = holiday(["2026-09-16 上午", "2026-09-16 上午", 0.5, "halfDay", "事假"], {
        unit,
        detailList: [detail],
      });
      expect(approvedFacts([one], unknown).facts).toMatchObject([
        { unit: "half-day", minutes: 240, from: at("2026-09-16T00:00"), to: at("2026-09-16T12:00") },
      ]);
    },
  );

  it("follows the shift that DingTalk names where the caller knows none", () => {
    const section = { startTime: at("2026-09-16T20:00"), endTime: at("2026-09-17T05:00") };
    const detail = { workDate: 1789488000000, classInfo: { hasClass: true, sections: [section] } };
    const one = holiday(["2026-09-16", "2026-09-16", 1, "day", "年假"], { detailList: [detail] });
    expect(approvedFacts([one], unknown).facts).toMatchObject([
      { from: at("2026-09-16T20:00"), to: at("2026-09-17T05:00"), minutes: 540 },
    ]);
  });

  it("has no minutes when nothing says what a day is", () => {
    const one = holiday(["2026-09-16", "2026-09-17", 2, "day", "年假"]);
    expect(approvedFacts([one], unknown).facts).toMatchObject([
      { from: at("2026-09-16T00:00"), to: at("2026-09-18T00:00"), minutes: null, days: [{}, {}] },
    ]);
  });

  it("asked for by somebody else is theirs for whom it is", () => {
    const one = holiday(["2026-09-16", "2026-09-16", 1, "day"], { leaveParams: ["c", "l", "a", "b", "sun003"] });
    expect(approvedFacts([one], weekdays).facts).toMatchObject([{ userIds: ["sun003"] }]);
  });

  it("that ends before it begins, or says no time, is set aside", () => {
    const backwards = holiday(["2026-09-17", "2026-09-16", 1, "day"]);
    const empty = form([{ id: "DDHolidayField-1", componentType: "DDHolidayField", value: "null" }]);
    const noon = holiday(["2026-09-17 下午", "2026-09-17 上午", 0, "halfDay"]);
    expect(approvedFacts([backwards, empty, noon], weekdays)).toMatchObject({
      facts: [],
      rejected: [{ reason: "span" }, { reason: "time" }, { reason: "span" }],
    });
  });
});

describe("an overtime", () => {
  it("of the new form is for the people it names, day by day", () => {
    expect(approvedFacts([form(overtimeComponents)], weekdays).facts).toMatchObject([
      {
        kind: "overtime",
        userIds: ["zhao001", "qian002"],
        from: at("2026-09-16T18:30"),
        to: at("2026-09-17T20:30"),
        days: [
          { date: "2026-09-16", minutes: 150 },
          { date: "2026-09-17", minutes: 120 },
        ],
        minutes: 270,
        notUnderstood: [],
      },
    ]);
  });

  it("of the old form counts on rest days too", () => {
    const detail = {
      workDate: at("2026-09-19T00:00"),
      isRest: true,
      approveInfo: { fromTime: at("2026-09-19T09:00"), toTime: at("2026-09-19T12:00"), durationInHour: 3 },
    };
    const component = {
      id: "DDOvertimeField-J2BX4G42",
      name: '["开始时间","结束时间"]',
      componentType: "DDOvertimeField",
      value: '["2026-09-19 09:00","2026-09-19 12:00",3,"hour",null,"加班类型"]',
      extValue: JSON.stringify({ unit: "HOUR", pushTag: "加班", detailList: [detail] }),
    };
    expect(approvedFacts([form([component])], weekdays).facts).toMatchObject([
      { kind: "overtime", userIds: ["zhao001"], minutes: 180, days: [{ date: "2026-09-19", minutes: 180 }] },
    ]);
  });

  it("past midnight is one evening's", () => {
    const component = {
      id: "DDOvertimeField-1",
      componentType: "DDOvertimeField",
      value: '["2026-09-16 21:00","2026-09-17 02:00",5,"hour"]',
    };
    expect(approvedFacts([form([component])], weekdays).facts).toMatchObject([
      { minutes: 300, days: [{ date: "2026-09-16", minutes: 300 }] },
    ]);
  });
});

describe("a trip", () => {
  it("takes its companions along, each by their own shift", () => {
    const late = { sections: [{ start: 720, end: 1260 }], breaks: [] };
    const means: FactMeans = { shiftOn: (userId) => (userId === "sun003" ? late : day) };
    const { facts } = approvedFacts([form(goOutComponents)], means);
    expect(facts).toMatchObject([
      { kind: "trip", part: 0, userIds: ["zhao001", "qian002"], unit: "half-day", label: "拜访客户", minutes: 720 },
      { part: 1, userIds: ["sun003"], from: at("2026-09-16T16:30"), to: at("2026-09-17T21:00"), minutes: 810 },
    ]);
    expect(facts[0]).toMatchObject({ from: at("2026-09-16T13:30"), to: at("2026-09-17T18:00") });
    expect(facts[0]?.notUnderstood).toEqual(["外出事由"]);
  });

  it("names companions without an id", () => {
    const [type, start, end, amount, people] = goOutComponents;
    const named = { ...people, value: "钱二，孙三" };
    const { facts } = approvedFacts([form([type, start, end, amount, named].map((one) => ({ ...one })))], weekdays);
    expect(facts).toMatchObject([{ userIds: ["zhao001"], unknownNames: ["钱二", "孙三"] }]);
  });

  it("of several legs is one fact for each, flat or in a suite", () => {
    const leg = (from: string, to: string, city: string) => ({
      rowValue: [
        { key: "TextField_1", label: "目的城市", value: city },
        { key: "DDDateField_2", label: "开始时间", value: from, bizAlias: "startTime" },
        { key: "DDDateField_3", label: "结束时间", value: to, bizAlias: "finishTime" },
        { key: "NumberField_4", label: "时长", value: "1", bizAlias: "duration" },
      ],
    });
    const legs = JSON.stringify([leg("2026-09-14", "2026-09-14", "杭州"), leg("2026-09-16", "2026-09-17", "宁波")]);
    const table = { id: "TableField_1", name: "行程", componentType: "TableField", bizAlias: "itinerary", value: legs };
    const total = { id: "NumberField_9", name: "出差天数", componentType: "NumberField", value: "3" };
    const suite = {
      id: "DDBizSuite-1",
      name: "出差",
      componentType: "DDBizSuite",
      value: JSON.stringify([table, total]),
    };
    for (const components of [[table, total], [suite]]) {
      expect(approvedFacts([form(components, "赵一提交的出差")], weekdays).facts).toMatchObject([
        { kind: "trip", part: 0, unit: "day", from: at("2026-09-14T09:00"), minutes: 450, notUnderstood: [] },
        { kind: "trip", part: 1, from: at("2026-09-16T09:00"), to: at("2026-09-17T18:00"), minutes: 900 },
      ]);
    }
  });
});

describe("a 补卡", () => {
  const read = {
    at: at("2026-09-16T18:00"),
    correction: { workDate: "2026-09-16", type: "off", planId: "402118830112" },
  };

  it("is the minute asked for, its day and its point", () => {
    expect(approvedFacts([form(supplyComponents)], weekdays).facts).toMatchObject([
      {
        kind: "punch-correction",
        userIds: ["zhao001"],
        ...{ from: read.at, to: read.at, correction: read.correction },
        notUnderstood: ["补卡理由"],
      },
    ]);
  });

  it("is read without extValue, and from extValue alone", () => {
    const [asked] = supplyComponents;
    const plain = form([{ ...asked, extValue: undefined }]);
    expect(approvedFacts([plain], weekdays).facts).toMatchObject([
      { from: read.at, correction: { workDate: "2026-09-16", type: null, planId: null } },
    ]);
    expect(approvedFacts([form([{ ...asked, value: "null" }])], weekdays).facts).toMatchObject(
      [read.correction].map((correction) => ({ from: read.at, correction })),
    );
  });

  it("without a minute is set aside", () => {
    const [asked] = supplyComponents;
    const empty = form([{ ...asked, value: "2026-09-16", extValue: undefined }]);
    expect(approvedFacts([empty], weekdays).rejected).toMatchObject([{ reason: "time" }]);
  });
});

it("leaves forms alone that are no attendance, unless told what they are", () => {
  const other = form([
    { id: "DDDateField_1", name: "期望交付日期", componentType: "DDDateField", value: "2026-09-21" },
  ]);
  expect(approvedFacts([other], weekdays)).toEqual({ facts: [], rejected: [] });
  expect(approvedFacts([other], { ...weekdays, kind: "trip" }).rejected).toMatchObject([{ reason: "time" }]);
});
