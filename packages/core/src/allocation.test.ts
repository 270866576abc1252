import { expect, test } from "vitest";
import { allocate, type LinePart, sumAllocations } from "./allocation.ts";
import { day, instant, north, off, on, part, pick, shift, site, span } from "./testing.ts";
import { formatClockTime } from "./time/clock-time.ts";
import { type DayFacts, settleWorkday } from "./workday.ts";

const whole = [on("09:00"), off("18:00")];

/** The counted parts of a day: `09:00-12:00 A pick`. */
function parts(facts: Partial<DayFacts>): string[] {
  const counted = settleWorkday(day({ punches: whole, ...facts })).line.filter(({ kind }) => kind === "counted");
  return counted.map(({ start, end, project, task, basis }) =>
    [`${formatClockTime(start)}-${formatClockTime(end)}`, project, task, basis].filter(Boolean).join(" "),
  );
}

function places(facts: Partial<DayFacts>) {
  return settleWorkday(day({ punches: whole, ...facts })).allocations.map(({ project, minutes, place }) => [
    project,
    minutes,
    place,
  ]);
}

test("the split goes before the pick, the pick before the site, the site before the default", () => {
  const punches = [on("09:00", north(0)), off("12:00"), on("13:00"), off("18:00")];
  const claims = { punches, sites: [site("S")], defaultProject: "D" };
  expect(parts(claims)).toEqual(["09:00-12:00 S site", "13:00-18:00 D default"]);
  expect(parts({ ...claims, picks: [pick("P", "11:00"), pick("Q", "14:00")], split: [part("X", 60)] })).toEqual([
    "09:00-10:00 X split",
    "10:00-11:00 S site",
    "11:00-12:00 P pick",
    "13:00-14:00 P pick",
    "14:00-18:00 Q pick",
  ]);
});

test("split parts run along the counted line and jump over the break", () => {
  expect(parts({ split: [part("A", 100), part("B", 200, "B-1"), part("A", 180)] })).toEqual([
    "09:00-10:40 A split",
    "10:40-12:00 B B-1 split",
    "13:00-15:00 B B-1 split",
    "15:00-18:00 A split",
  ]);
});

test("a split never falls on minutes that do not count", () => {
  const late = { punches: [on("09:00"), off("20:00")], split: [part("A", 480), part("B", 60)] };
  expect(parts(late)).toEqual(["09:00-12:00 A split", "13:00-18:00 A split"]);
  expect(parts({ ...late, overtime: [span("18:30-20:00")] })).toContain("18:30-19:30 B split");
});

test("equal parts of one split that touch stay apart, because each is its own fact", () => {
  const { line, allocations } = settleWorkday(day({ punches: whole, split: [part("A", 60), part("A", 60)] }));
  expect(line.slice(0, 2).map(({ fact }) => fact)).toEqual(["0", "1"]);
  expect(allocations).toMatchObject([{ project: "A", minutes: 120, basis: "split" }]);
});

test("before the first pick with a clock time the next rule holds", () => {
  expect(parts({ picks: [pick("A", "11:00")] })).toEqual(["09:00-11:00", "11:00-12:00 A pick", "13:00-18:00 A pick"]);
});

test("of two picks from the same minute the one made later holds, however they arrive", () => {
  const first = pick("A", "14:00", { id: "2", madeAt: instant("14:00") });
  const second = pick("B", "14:00", { id: "1", madeAt: instant("15:00") });
  for (const picks of [
    [first, second],
    [second, first],
  ]) {
    expect(parts({ picks })).toEqual(["09:00-12:00", "13:00-14:00", "14:00-18:00 B pick"]);
  }
});

test("a pick made earlier for a later hour outlives one made later for an earlier hour", () => {
  const picks = [pick("B", "16:00", { madeAt: 1 }), pick("A", "10:00", { madeAt: 2 })];
  expect(parts({ picks })).toEqual(["09:00-10:00", "10:00-12:00 A pick", "13:00-16:00 A pick", "16:00-18:00 B pick"]);
});

test("a pick for the whole day discards what was made before it, not what is made after", () => {
  const picks = [pick("B", "14:00", { madeAt: 1 }), pick("C", null, { madeAt: 2 }), pick("A", "16:00", { madeAt: 3 })];
  expect(parts({ picks })).toEqual(["09:00-12:00 C pick", "13:00-16:00 C pick", "16:00-18:00 A pick"]);
});

test("picks made in the same instant are taken by id", () => {
  const picks = [pick("A", null, { id: "b", madeAt: 1 }), pick("B", null, { id: "a", madeAt: 1 })];
  expect(parts({ picks })[0]).toBe("09:00-12:00 A pick");
});

test("a pick for the whole day also holds before midnight, one from 00:00 does not", () => {
  const early = { shift: shift(["22:00-1-06:00"]), punches: [on("22:00-1"), off("06:00")] };
  expect(parts({ ...early, picks: [pick("A")] })).toEqual(["22:00-1-06:00 A pick"]);
  expect(parts({ ...early, picks: [pick("A", "23:00-1")] })[1]).toBe("23:00-1-06:00 A pick");
});

test("a pick may name a task, a site and the default cannot", () => {
  expect(parts({ picks: [pick("A", null, { task: "A-1" })] })[0]).toBe("09:00-12:00 A A-1 pick");
});

test("the site of the opening clock-in holds for its interval only", () => {
  const punches = [on("09:00", north(0)), off("12:00"), on("13:00", north(900)), off("18:00", north(0))];
  expect(parts({ punches, sites: [site("A")] })).toEqual(["09:00-12:00 A site", "13:00-18:00"]);
});

test("where one interval ends and the next begins, the minute belongs to the next", () => {
  const [out, back] = [off("14:00", { arrivedAt: 1 }), on("14:00", { ...north(0), arrivedAt: 2 })];
  const punches = [on("09:00"), out, back, off("18:00")];
  expect(parts({ punches, sites: [site("A")] }).slice(1)).toEqual(["13:00-14:00", "14:00-18:00 A site"]);
});

test("a cannot-tell verdict claims nothing", () => {
  expect(parts({ punches: [on("09:00", north(250, 65)), off("18:00")], sites: [site("A")] })[0]).toBe("09:00-12:00");
});

test("in several sites at once the smallest radius claims", () => {
  const sites = [site("A"), site("B", { radius: 100 })];
  expect(parts({ punches: [on("09:00", north(50)), off("18:00")], sites })[0]).toBe("09:00-12:00 B site");
});

test("on a trip without punches no site claims, during a trip with punches it does", () => {
  const trip = { trips: [span("09:00-18:00")], sites: [site("A")], defaultProject: "D" };
  expect(parts({ ...trip, punches: [] })[0]).toBe("09:00-12:00 D default");
  const punches = [on("09:00", north(0)), off("18:00")];
  expect(parts({ ...trip, punches })[0]).toBe("09:00-12:00 A site");
  expect(places({ ...trip, punches })).toEqual([["A", 480, "trip"]]);
});

test("the facts behind a part are told: pick id, site id, split index, none for the default", () => {
  const punches = [on("09:00", north(0)), off("12:00"), on("13:00"), off("18:00")];
  const facts = {
    punches,
    sites: [site("S")],
    defaultProject: "D",
    picks: [pick("P", "14:00")],
    split: [part("X", 60)],
  };
  const { line } = settleWorkday(day(facts));
  const told = line.filter(({ kind }) => kind === "counted").map(({ basis, fact }) => [basis, fact]);
  expect(told).toEqual([
    ["split", "0"],
    ["site", "site S"],
    ["default", null],
    ["pick", "P 14:00"],
  ]);
});

test("on site is inside any site of the project, mobile is outside all of them", () => {
  const facts = { picks: [pick("A")], punches: [on("09:00", north(900, 10)), off("18:00")] };
  expect(places({ ...facts, sites: [site("A")] })).toEqual([["A", 480, "mobile"]]);
  expect(places({ ...facts, sites: [site("A"), site("A", { id: "wide", radius: 2000 })] })).toEqual([
    ["A", 480, "onsite"],
  ]);
  expect(places({ ...facts, sites: [site("A"), site("A", { id: "hut", lat: null })] })).toEqual([
    ["A", 480, "unknown"],
  ]);
  expect(places({ ...facts, sites: [site("B")] })).toEqual([["A", 480, "unknown"]]);
});

test("without coordinates the place is unknown", () => {
  expect(places({ picks: [pick("A")], sites: [site("A")] })).toEqual([["A", 480, "unknown"]]);
});

test("minutes in a trip are a trip, the others go by their clock-in", () => {
  const facts = { picks: [pick("A")], trips: [span("15:00-19:00")], sites: [site("A")] };
  expect(places({ ...facts, punches: [on("09:00", north(0)), off("16:00")] })).toEqual([
    ["A", 300, "onsite"],
    ["A", 180, "trip"],
  ]);
});

test("rows are sorted by project, task (none first), basis, place and overtime (none first)", () => {
  const { allocations } = settleWorkday(
    day({
      punches: [on("08:30", north(0)), off("12:00"), on("13:00", north(900)), off("20:00")],
      overtime: [span("08:00-20:00")],
      sites: [site("A")],
      picks: [pick("A", "15:00"), pick("A", "16:00", { task: "A-1" }), pick("B", "17:00")],
      split: [part("A", 30)],
      defaultProject: "A",
    }),
  );
  const rows = allocations.map(({ minutes, ...row }) => Object.values(row).map(String).join(" "));
  expect(rows).toEqual([
    "A null default mobile null",
    "A null pick mobile null",
    "A null site onsite null",
    "A null split onsite workday",
    "A A-1 pick mobile null",
    "B null pick unknown null",
    "B null pick unknown workday",
  ]);
});

test("a counted stretch is one share, in its stay or outside every stay", () => {
  const stretch = span("09:00-12:00");
  const line = { counted: [stretch], overtime: [], overtimeKind: "workday", trips: [], stays: [] } as const;
  const claims = { split: [], picks: [], sites: [site("A")], defaultProject: "A" };
  const share = { ...stretch, kind: "counted", project: "A", task: null, overtime: null };
  expect(allocate(line, claims)).toEqual([{ ...share, basis: "default", place: "unknown", fact: null, stay: null }]);
  const stay = { ...stretch, on: on("09:00", north(0)) };
  expect(allocate({ ...line, stays: [stay] }, claims)).toMatchObject([
    { ...share, basis: "site", place: "onsite", fact: "site A", stay },
  ]);
});

test("a stretch without project, reason or place makes no row", () => {
  const full: LinePart = {
    ...span("09:00-12:00"),
    ...{ kind: "counted", project: "A", task: null, basis: "pick", place: "onsite", overtime: null, fact: "1" },
  };
  const lacking = [{ project: null }, { basis: null }, { place: null }].map((lack) => ({ ...full, ...lack }));
  expect(sumAllocations(lacking)).toEqual([]);
  expect(sumAllocations([full, ...lacking, full])).toMatchObject([{ project: "A", minutes: 360 }]);
});
