import { expect, test } from "vitest";
import { day, nineToSix, north, off, on, part, pick, shift, site, span, twoSections } from "./testing.ts";
import { formatClockTime } from "./time/clock-time.ts";
import { isOnLeave, type WarningName } from "./warning.ts";
import { type DayFacts, settleWorkday } from "./workday.ts";

const whole = [on("09:00"), off("18:00")];

/** The warnings of a day whose minutes all have a project. */
function warnings(facts: Partial<DayFacts>): readonly WarningName[] {
  return settleWorkday(day({ defaultProject: "D", ...facts })).warnings;
}

/** The figures of one warning, clock times written out; null when the day does not have it. */
function figures(name: WarningName, facts: Partial<DayFacts>) {
  const found = settleWorkday(day({ defaultProject: "D", ...facts })).details.find((one) => one.name === name);
  if (found === undefined) return null;
  const clock = (minute: number | null) => minute && formatClockTime(minute);
  return { at: clock(found.at), expected: clock(found.expected), minutes: found.minutes, metres: found.metres };
}

const none = { at: null, expected: null, minutes: null, metres: null };

test("an ordinary day has no warning", () => {
  expect(warnings({ punches: whole })).toEqual([]);
});

test("absent needs a shift, a day that is over and no valid punch", () => {
  expect(figures("absent", {})).toEqual({ ...none, expected: "09:00", minutes: 480 });
  expect(figures("absent", { leaves: [span("09:00-13:00")] })).toEqual({ ...none, expected: "13:00", minutes: 300 });
  expect(warnings({ now: day().now - 7 * 3_600_000 })).toEqual([]);
  expect(warnings({ shift: null })).toEqual([]);
  expect(warnings({ dayKind: "rest" })).toEqual([]);
  expect(warnings({ punches: [on("09:00")] })).toEqual(["missing-out"]);
  expect(warnings({ punches: [on("09:00", { valid: false })] })).toEqual(["absent"]);
});

test("who has leave for all planned minutes is not absent", () => {
  expect(warnings({ leaves: [span("09:00-12:00"), span("13:00-18:00")] })).toEqual([]);
  expect(warnings({ leaves: [span("09:01-18:00")] })).toEqual(["absent"]);
});

test("late is a first clock-in inside the sections after the expected start", () => {
  expect(figures("late", { punches: [on("09:20"), off("18:00")] })).toEqual({
    ...none,
    at: "09:20",
    expected: "09:00",
    minutes: 20,
  });
  expect(warnings({ punches: [on("09:00"), off("09:30"), on("10:00"), off("18:00")] })).toEqual([]);
});

test("lateness does not count the break", () => {
  expect(figures("late", { punches: [on("13:10"), off("18:00")] })?.minutes).toBe(190);
});

test("who first clocks in between the sections or after them is not late", () => {
  expect(warnings({ shift: twoSections, punches: [on("12:30"), off("18:00")] })).toEqual([]);
  expect(warnings({ punches: [on("18:00"), off("19:00")] })).toEqual([]);
});

test("leave or a trip over the first section moves the expected start", () => {
  const afternoon = [on("13:30"), off("18:00")];
  expect(warnings({ shift: twoSections, punches: afternoon, leaves: [span("08:30-12:00")] })).toEqual([]);
  expect(warnings({ shift: twoSections, punches: afternoon, trips: [span("08:30-12:00")] })).toEqual([]);
  const late = { shift: twoSections, punches: [on("13:40"), off("18:00")], leaves: [span("08:30-12:00")] };
  expect(figures("late", late)).toMatchObject({ expected: "13:30", minutes: 10 });
});

test("leave until noon moves the expected start behind the break", () => {
  expect(warnings({ punches: [on("13:00"), off("18:00")], leaves: [span("09:00-12:00")] })).toEqual([]);
  expect(warnings({ punches: [on("13:01"), off("18:00")], leaves: [span("09:00-12:00")] })).toEqual(["late"]);
});

test("early leave is a last clock-out inside the sections before the expected end, once the day is over", () => {
  const punches = [on("09:00"), off("17:40")];
  expect(figures("early-leave", { punches })).toEqual({ ...none, at: "17:40", expected: "18:00", minutes: 20 });
  expect(warnings({ punches, now: day().now - 7 * 3_600_000 })).toEqual([]);
  expect(figures("early-leave", { punches: [on("09:00"), off("11:50")] })?.minutes).toBe(310);
  expect(warnings({ shift: twoSections, punches: [on("08:30"), off("12:00")] })).toEqual([]);
});

test("leave or a trip over the last section moves the expected end", () => {
  const punches = [on("09:00"), off("15:00")];
  expect(warnings({ punches, leaves: [span("15:00-18:00")] })).toEqual([]);
  expect(warnings({ punches, trips: [span("15:00-18:00")] })).toEqual([]);
  expect(figures("early-leave", { punches, leaves: [span("15:30-18:00")] })).toMatchObject({
    expected: "15:30",
    minutes: 30,
  });
});

test("when leave and trips cover everything planned, nobody is late or early, whatever DingTalk says", () => {
  const covered = { leaves: [span("09:00-12:00")], trips: [span("13:00-18:00")] };
  expect(
    warnings({ ...covered, punches: [on("12:05", { result: "Late" }), off("12:10", { result: "Early" })] }),
  ).toEqual([]);
  expect(warnings({ punches: [on("10:00", { result: "Late" }), off("11:00")], dayKind: "rest" })).toEqual([]);
});

test.each(["Late", "SeriousLate", "Absenteeism"] as const)("DingTalk's %s on a clock-in makes it late", (result) => {
  expect(figures("late", { punches: [on("09:00", { result }), off("18:00")] })).toMatchObject({ minutes: 0 });
  expect(warnings({ punches: [on("09:00"), off("18:00", { result })] })).toEqual([]);
  expect(warnings({ punches: [on("09:00", { result, valid: false }), on("09:00"), off("18:00")] })).toEqual([]);
});

test("one verdict on any clock-in silences our own reckoning of late, one on a clock-out that of early", () => {
  const punches = [on("09:20"), off("12:00"), on("13:00", { result: "Normal" }), off("17:00")];
  expect(warnings({ punches })).toEqual(["early-leave"]);
  expect(warnings({ punches: [on("09:20"), off("17:00", { result: "Normal" })] })).toEqual(["late"]);
});

test("a later clock-in that DingTalk calls late is measured from its own section", () => {
  const punches = [on("08:30", { result: "Normal" }), off("12:00"), on("13:45", { result: "Late" }), off("18:00")];
  expect(figures("late", { shift: twoSections, punches })).toMatchObject({
    at: "13:45",
    expected: "13:30",
    minutes: 15,
  });
});

test("DingTalk's Early counts at once, and is measured to the end of its own section", () => {
  const punches = [on("08:30"), off("11:50", { result: "Early" }), on("13:30"), off("18:00", { result: "Normal" })];
  const now = day().now - 20 * 3_600_000;
  expect(figures("early-leave", { shift: twoSections, punches, now })).toMatchObject({
    at: "11:50",
    expected: "12:00",
    minutes: 10,
  });
  expect(warnings({ punches: [on("09:00", { result: "Early" }), off("18:00")] })).toEqual([]);
});

test("of several late clock-ins the first is told, of several early clock-outs the last", () => {
  const [late, early] = [{ result: "Late" }, { result: "Early" }] as const;
  const punches = [on("08:40", late), off("11:50", early), on("13:30", late), off("17:00", early)];
  expect(figures("late", { shift: twoSections, punches })).toMatchObject({
    at: "08:40",
    expected: "08:30",
    minutes: 10,
  });
  expect(figures("early-leave", { shift: twoSections, punches })).toMatchObject({ at: "17:00", minutes: 60 });
});

test("a verdict on one clock-out silences our own reckoning for the others", () => {
  expect(warnings({ punches: [on("09:00"), off("12:00", { result: "Normal" }), on("13:00"), off("17:00")] })).toEqual(
    [],
  );
});

test("DingTalk's verdict exactly at the start or the end of a section measures nothing", () => {
  const punches = [on("08:30", { result: "Normal" }), off("12:00", { result: "Early" })];
  const back = [on("13:30", { result: "Late" }), off("18:00", { result: "Normal" })];
  const facts = { shift: twoSections, punches: [...punches, ...back] };
  expect(figures("late", facts)).toMatchObject({ expected: "13:30", minutes: 0 });
  expect(figures("early-leave", facts)).toMatchObject({ expected: "12:00", minutes: 0 });
});

test("a day is long above its limit, not at it", () => {
  const attended = (end: string) => ({ shift: null, punches: [on("06:00"), off(end)] });
  expect(warnings(attended("22:00"))).toEqual([]);
  expect(figures("long-day", attended("22:01"))).toEqual({ ...none, minutes: 961 });
});

test("missing punches are told by the punch that is there", () => {
  expect(figures("missing-out", { punches: [on("08:58")] })).toEqual({ ...none, at: "08:58", expected: "18:00" });
  expect(figures("missing-in", { punches: [off("18:04")] })).toEqual({ ...none, at: "18:04" });
});

test("a pick is off site by so many metres beyond the nearest site of its project", () => {
  const punches = [on("09:00", north(4400, 30)), off("18:00")];
  const facts = { punches, picks: [pick("A", "10:00")], sites: [site("A"), site("A", { id: "far", radius: 100 })] };
  expect(figures("pick-off-site", facts)).toEqual({ ...none, at: "10:00", minutes: 420, metres: 4100 });
});

test("only a pick can be off site, not a split or the default", () => {
  const facts = { punches: [on("09:00", north(4400)), off("18:00")], sites: [site("A")] };
  expect(warnings({ ...facts, split: [part("A", 480)] })).toEqual([]);
  expect(warnings({ ...facts, defaultProject: "A" })).toEqual([]);
});

test("a running day says since when", () => {
  const now = day().now - 21 * 3_600_000;
  expect(figures("running", { punches: [on("09:00")], now })).toEqual({ ...none, at: "09:00" });
});

test("a split that is too long says by how much", () => {
  expect(figures("split-overflow", { punches: whole, split: [part("A", 300), part("B", 200)] })?.minutes).toBe(20);
  expect(warnings({ punches: whole, split: [part("A", 480)] })).toEqual([]);
});

test("unassigned minutes are counted", () => {
  expect(figures("unassigned", { punches: whole, defaultProject: null })?.minutes).toBe(480);
});

test("work on leave is worth a word from 15 minutes outside breaks", () => {
  const until = (end: string) => ({ punches: [on("09:00"), off(end)], leaves: [span("12:30-18:00")] });
  expect(warnings(until("13:14"))).toEqual([]);
  expect(figures("worked-on-leave", until("13:15"))).toEqual({ ...none, at: "13:00", minutes: 15 });
});

test("work on leave is told from its first minute, and all of it", () => {
  const punches = [on("09:30"), off("09:45"), on("14:00"), off("14:20")];
  const told = { ...none, at: "09:30", minutes: 35 };
  expect(figures("worked-on-leave", { leaves: [span("09:00-18:00")], punches })).toEqual(told);
});

test("a trip during leave is work on leave too, also on a rest day", () => {
  const facts = { trips: [span("10:00-11:00")], leaves: [span("10:30-18:00")], shift: nineToSix };
  expect(figures("worked-on-leave", { ...facts, dayKind: "rest" })?.minutes).toBe(30);
});

test("warnings are sorted by name", () => {
  const punches = [on("09:10", north(900)), off("11:00"), off("17:00"), on("17:30")];
  const facts = { shift: shift(["09:00-12:00", "13:00-18:00"]), punches, picks: [pick("A")], sites: [site("A")] };
  expect(warnings({ ...facts, split: [part("A", 1), part("B", 900)] })).toEqual([
    "early-leave",
    "late",
    "missing-in",
    "missing-out",
    "split-overflow",
  ]);
});

test("a first clock-in that DingTalk calls late missed all that was due before it, also in a later section", () => {
  const afternoon = [on("13:40", { result: "Late" }), off("18:00")];
  expect(figures("late", { shift: twoSections, punches: afternoon })).toMatchObject({
    expected: "08:30",
    minutes: 220,
  });
  const morning = [on("08:30"), off("11:50", { result: "Early" })];
  const early = figures("early-leave", { shift: twoSections, punches: morning });
  expect(early).toMatchObject({ expected: "18:00", minutes: 280 });
});

test("of three sections the one the odd punch lies in is measured", () => {
  const three = shift(["08:00-10:00", "11:00-13:00", "14:00-18:00"]);
  const punches = [on("08:00"), off("09:50", { result: "Early" }), on("11:20", { result: "Late" }), off("18:00")];
  expect(figures("late", { shift: three, punches })).toMatchObject({ expected: "11:00", minutes: 20 });
  expect(figures("early-leave", { shift: three, punches })).toMatchObject({ expected: "10:00", minutes: 10 });
  const middle = [on("08:00"), off("12:50", { result: "Early" }), on("14:00"), off("18:00")];
  expect(figures("early-leave", { shift: three, punches: middle })).toMatchObject({ expected: "13:00", minutes: 10 });
  expect(figures("early-leave", { shift: three, punches: [on("08:00"), off("17:00")] })?.expected).toBe("18:00");
});

test("how far a pick is off is told by the sites of its own project", () => {
  const facts = { picks: [pick("A")], punches: [on("09:00", north(900)), off("18:00")] };
  const sites = [site("B", { lat: 30.2854 + 0.005 }), site("A")];
  expect(figures("pick-off-site", { ...facts, sites })?.metres).toBe(600);
});

test("absent says so also where leave and a trip that is all break left nothing due", () => {
  const policy = { ...day().policy, breaks: { rule: "length", after: 0, minutes: 60 } } as const;
  const away = { leaves: [span("09:00-17:00")], trips: [span("17:00-18:00")], policy };
  expect(figures("absent", away)).toEqual({ ...none, minutes: 0 });
});

test("a day without planned minutes is not one on leave", () => {
  const nothing = { attended: [], overtimeAttended: [], counted: [], planned: [], breaks: [], workedOnLeave: [] };
  expect(isOnLeave({ ...nothing, leave: [] })).toBe(false);
  expect(isOnLeave({ ...nothing, planned: [span("09:00-18:00")], leave: [span("09:00-18:00")] })).toBe(true);
});
