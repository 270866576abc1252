import { expect, test } from "vitest";
import { defaultPolicy } from "./policy.ts";
import { at, day, instant, monday, nineToSix, off, on, part, pick, shift, span, twoSections } from "./testing.ts";
import { minuteMs } from "./time/minutes.ts";
import { instantAt } from "./time/zone.ts";
import { type DayFacts, settleWorkday } from "./workday.ts";

const whole = [on("09:00"), off("18:00")];
const length = (after: number, minutes: number) =>
  ({ ...defaultPolicy, breaks: { rule: "length", after, minutes } }) as const;

function settle(facts: Partial<DayFacts>) {
  return settleWorkday(day({ defaultProject: "D", ...facts }));
}

test("planned minutes are those of the sections outside the breaks, on working days only", () => {
  const planned = (facts: Partial<DayFacts>) => settle(facts).planned;
  expect(planned({})).toBe(480);
  expect(planned({ dayKind: "swapped-workday" })).toBe(480);
  expect(planned({ shift: shift(["08:00-12:00", "13:00-17:00"], ["11:30-13:30"]) })).toBe(420);
  expect(planned({ shift: null })).toBe(0);
  for (const dayKind of ["rest", "statutory", "in-lieu-rest"] as const) expect(planned({ dayKind })).toBe(0);
});

test("on days off the shift's breaks are ignored with its sections", () => {
  for (const dayKind of ["rest", "statutory", "in-lieu-rest"] as const) {
    expect(settle({ punches: whole, dayKind })).toMatchObject({ attended: 540, overtimeAttended: 540, counted: 0 });
  }
});

test("trips are united with punches", () => {
  const facts = { punches: [on("09:00"), off("15:00")], trips: [span("14:00-17:00"), span("16:00-18:00")] };
  expect(settle(facts)).toMatchObject({ attended: 480, status: "normal", warnings: [] });
});

test("a break by length leaves whoever works longer never less than whoever stays below it", () => {
  const attended = (minutes: number) => {
    const end = off("09:00", { at: instantAt(monday, at("09:00") + minutes, "Asia/Shanghai"), arrivedAt: Infinity });
    return settle({ shift: null, policy: length(360, 60), punches: [on("09:00"), end] }).attended;
  };
  expect([359, 360, 361, 419, 420, 421, 480].map(attended)).toEqual([359, 360, 360, 360, 360, 361, 420]);
});

test("a break by length counts minutes of presence, not of the clock, and leaves the shift's breaks alone", () => {
  const punches = [on("09:00"), off("12:00"), on("14:00"), off("18:00")];
  const { attended, line } = settle({ punches, policy: length(240, 30) });
  expect(attended).toBe(390);
  expect(line.filter(({ kind }) => kind === "break")).toMatchObject([span("15:00-15:30")]);
});

test("a break by length may fall on the end of one interval and the start of the next", () => {
  const punches = [on("09:00"), off("12:00"), on("14:00"), off("18:00")];
  const { line } = settle({ punches, policy: length(170, 20) });
  expect(line.filter(({ kind }) => kind === "break")).toMatchObject([span("11:50-12:00"), span("14:00-14:10")]);
});

test("a break by length holds on days off too, and planned minutes still leave out the shift's breaks", () => {
  expect(settle({ punches: whole, policy: length(360, 60), dayKind: "rest" }).attended).toBe(480);
  expect(settle({ punches: whole, policy: length(360, 30) })).toMatchObject({
    attended: 510,
    planned: 480,
    counted: 510,
  });
});

test("the numbering of presence goes on through leave", () => {
  const facts = { punches: whole, policy: length(240, 60), leaves: [span("09:00-11:00")] };
  expect(settle(facts)).toMatchObject({ attended: 360, leave: 120 });
});

test("leave is counted inside the planned sections and outside the shift's breaks only", () => {
  expect(settle({ leaves: [span("08:00-14:00"), span("11:00-12:30")] }).leave).toBe(240);
  expect(settle({ leaves: [span("09:00-18:00")], dayKind: "rest" })).toMatchObject({ leave: 0, status: "off" });
});

test("leave takes presence away, also outside the sections", () => {
  const facts = { punches: [on("09:00"), off("20:00")], leaves: [span("17:00-19:00")] };
  expect(settle(facts)).toMatchObject({ attended: 480, overtimeAttended: 60, leave: 60 });
});

test("on a workday without a shift everything attended is regular", () => {
  for (const dayKind of ["workday", "swapped-workday"] as const) {
    const policy = { ...defaultPolicy, overtime: "none" } as const;
    expect(settle({ punches: whole, shift: null, dayKind, policy })).toMatchObject({
      overtimeAttended: 0,
      counted: 540,
    });
  }
});

test("attended overtime counts as the policy says", () => {
  const facts = { punches: [on("08:00"), off("20:00")], overtime: [span("18:30-19:30"), span("19:00-22:00")] };
  const approved = (overtime: "approved" | "all" | "none") => {
    const { attended, overtimeAttended, overtimeApproved, counted } = settle({
      ...facts,
      policy: { ...defaultPolicy, overtime },
    });
    return [attended, overtimeAttended, overtimeApproved, counted];
  };
  expect(approved("approved")).toEqual([660, 180, 90, 570]);
  expect(approved("all")).toEqual([660, 180, 180, 660]);
  expect(approved("none")).toEqual([660, 180, 0, 480]);
});

test("an approval inside the sections adds nothing", () => {
  expect(settle({ punches: whole, overtime: [span("09:00-18:00")] })).toMatchObject({
    overtimeApproved: 0,
    counted: 480,
  });
});

test("the kind of overtime goes by the work date", () => {
  const kind = (dayKind: DayFacts["dayKind"]) => {
    const facts = {
      dayKind,
      punches: [on("18:00"), off("19:00")],
      policy: { ...defaultPolicy, overtime: "all" } as const,
    };
    return settle(facts).allocations[0]?.overtime;
  };
  expect((["workday", "swapped-workday", "rest", "in-lieu-rest", "statutory"] as const).map(kind)).toEqual([
    "workday",
    "workday",
    "rest",
    "rest",
    "statutory",
  ]);
});

test("a holiday shift that ends on an ordinary morning is statutory to its end", () => {
  const punches = [on("22:00"), off("06:00+1")];
  const facts = { dayKind: "statutory", punches, policy: { ...defaultPolicy, overtime: "all" } } as const;
  expect(settle(facts).allocations).toMatchObject([{ minutes: 480, overtime: "statutory" }]);
});

test("a shift may begin on the evening before its work date", () => {
  const early = { shift: shift(["22:00-1-06:00"], ["02:00-03:00"]), punches: [on("21:50-1"), off("06:10")] };
  expect(settle(early)).toMatchObject({ planned: 420, attended: 440, counted: 420, warnings: [] });
});

test("a day that is not over tells no proposal and counts up to now", () => {
  const running = settle({ punches: [on("09:00")], now: instant("15:00") });
  expect(running).toMatchObject({ over: false, attended: 300, proposals: [], status: "normal" });
});

test("a forgotten clock-out is proposed until the end of its section, and counted nowhere", () => {
  const { proposals, attended, over } = settle({ punches: [on("08:58")] });
  expect({ proposals, attended, over }).toEqual({
    proposals: [{ punchId: "on 08:58", ...span("08:58-18:00") }],
    attended: 0,
    over: true,
  });
  expect(settle({ shift: twoSections, punches: [on("08:28"), on("13:25"), off("18:00")] }).proposals).toEqual([
    { punchId: "on 08:28", ...span("08:28-12:00") },
  ]);
});

test("a forgotten clock-out with no section end after it proposes nothing", () => {
  expect(settle({ punches: [on("19:00")] })).toMatchObject({ warnings: ["missing-out"], proposals: [] });
});

test("the status is the first that applies", () => {
  const status = (facts: Partial<DayFacts>) => settle(facts).status;
  expect(status({ dayKind: "rest" })).toBe("off");
  expect(status({ shift: null, punches: [on("09:00")] })).toBe("off");
  expect(status({ leaves: [span("09:00-18:00")] })).toBe("on-leave");
  expect(status({ leaves: [span("09:00-18:00")], split: [part("A", 60)] })).toBe("on-leave");
  expect(status({})).toBe("absent");
  expect(status({ now: instant("20:00") })).toBe("normal");
  expect(status({ punches: [on("09:00")] })).toBe("warning");
  expect(status({ punches: whole, defaultProject: null })).toBe("normal");
  expect(status({ punches: whole, leaves: [span("15:00-18:00")] })).toBe("warning");
});

test("leave of someone who came anyway outside the leave is not a day on leave", () => {
  expect(settle({ punches: [on("18:00"), off("19:00")], leaves: [span("09:00-18:00")] }).status).toBe("normal");
});

test("who works through a whole day of leave is on leave, with a warning", () => {
  const worked = settle({ punches: whole, leaves: [span("09:00-18:00")] });
  expect(worked).toMatchObject({ attended: 0, leave: 480, status: "on-leave", warnings: ["worked-on-leave"] });
});

test("the line shows counted, uncounted, break and leave in time order", () => {
  const facts = { punches: [on("08:50"), off("15:00")], leaves: [span("15:00-18:00")], split: [part("A", 60)] };
  const { line } = settle(facts);
  expect(line.map(({ kind, project }) => [kind, project])).toEqual([
    ["uncounted", null],
    ["counted", "A"],
    ["counted", "D"],
    ["break", null],
    ["counted", "D"],
    ["leave", null],
  ]);
  expect(line[3]).toMatchObject(span("12:00-13:00"));
});

test("the shift's break is drawn between two intervals, but not beside them", () => {
  const breaks = (punches: DayFacts["punches"]) => settle({ punches }).line.filter(({ kind }) => kind === "break");
  expect(breaks([on("09:00"), off("11:30"), on("12:45"), off("18:00")])).toMatchObject([span("12:00-13:00")]);
  expect(breaks([on("09:00"), off("12:00")])).toEqual([]);
  expect(breaks([on("12:20"), off("18:00")])).toMatchObject([span("12:20-13:00")]);
});

test("parts that touch and are equal in everything are drawn as one, others are not", () => {
  const punches = [on("09:00"), off("10:00", { arrivedAt: 1 }), on("10:00", { arrivedAt: 2 }), off("18:00")];
  expect(settle({ punches }).line.map(({ start, end }) => ({ start, end }))).toEqual([
    span("09:00-12:00"),
    span("12:00-13:00"),
    span("13:00-18:00"),
  ]);
  const tasks = [pick("A", "09:00"), pick("A", "10:00", { task: "A-1", id: "A 09:00", madeAt: instant("11:00") })];
  expect(settle({ punches, picks: tasks }).line.slice(0, 2)).toMatchObject([span("09:00-10:00"), span("10:00-12:00")]);
});

test("unassigned minutes stand on the line without project, basis and place", () => {
  const { line } = settle({ punches: [on("09:00"), off("12:00")], defaultProject: null });
  expect(line).toEqual([
    {
      ...span("09:00-12:00"),
      kind: "counted",
      project: null,
      task: null,
      basis: null,
      place: null,
      overtime: null,
      fact: null,
    },
  ]);
});

test("facts that cannot be are read as nothing: reversed intervals, empty parts", () => {
  const reversed = { start: at("18:00"), end: at("09:00") };
  const odd = settle({
    punches: whole,
    leaves: [reversed],
    trips: [reversed],
    overtime: [reversed],
    split: [part("A", 0), part("B", -30), part("C", 60)],
    shift: { sections: [...nineToSix.sections, reversed], breaks: [...nineToSix.breaks, reversed] },
  });
  expect(odd).toMatchObject({ attended: 480, counted: 480, leave: 0, warnings: [] });
  expect(odd.allocations).toMatchObject([
    { project: "C", minutes: 60 },
    { project: "D", minutes: 420 },
  ]);
});

test("the company's zone decides what clock time a punch has", () => {
  const berlin = (text: string, type: "on" | "off") => ({ ...on("09:00"), type, at: Date.parse(text) });
  const policy = { ...defaultPolicy, zone: "Europe/Berlin" };
  const punches = [berlin("2026-09-14T07:00:30Z", "on"), berlin("2026-09-14T16:00:00Z", "off")];
  expect(settle({ punches, policy })).toMatchObject({ attended: 480, warnings: [] });
});

test("a day is over by the minute of now", () => {
  expect(settle({ now: instant("06:00+1") - minuteMs }).over).toBe(false);
  expect(settle({ now: instant("06:00+1") }).over).toBe(true);
});
