import { expect, test } from "vitest";
import { consequenceOf, type SuggestionFacts, suggestProjects } from "./suggestion.ts";
import { monday, north, off, on, site } from "./testing.ts";

function facts(more: Partial<SuggestionFacts> = {}): SuggestionFacts {
  const bookable = ["A", "B", "C", "D", "E", "F", "G"];
  return {
    ...{ date: monday, punches: [], sites: [], bookable, recentDays: [], planned: [], defaultProject: null },
    ...more,
  };
}

/** `A inside-site`, one for each suggestion. */
function reasons(more: Partial<SuggestionFacts>): string[] {
  return suggestProjects(facts(more)).map(({ project, reason }) => `${project} ${reason}`);
}

const worked = (date: string, ...projects: string[]) => ({ date, projects });

test("every reason has its place in the order", () => {
  const recentDays = [
    worked("2026-09-11", "C"),
    worked("2026-09-10", "D"),
    worked("2026-09-09", "D", "B"),
    worked("2026-09-08", "D", "B"),
  ];
  const given = { recentDays, planned: ["B"], defaultProject: "E" };
  expect(reasons({ ...given, punches: [on("09:00", north(0))], sites: [site("A")] })).toEqual([
    "A inside-site",
    "B planned",
    "C yesterday",
    "D habit",
    "E default",
  ]);
  expect(reasons(given)).toEqual(["B planned", "C yesterday", "D habit", "E default", "A member"]);
});

test("a project is suggested once, for its best reason", () => {
  const given = { planned: ["A"], defaultProject: "A", recentDays: [worked("2026-09-11", "A")], bookable: ["A", "B"] };
  expect(reasons(given)).toEqual(["A planned", "B member"]);
});

test("nothing that may not be booked is suggested", () => {
  const given = { bookable: ["B"], planned: ["A"], defaultProject: "C", punches: [on("09:00", north(0))] };
  expect(reasons({ ...given, sites: [site("A")], recentDays: [worked("2026-09-11", "D")] })).toEqual(["B only"]);
});

test("at most five are suggested, the list is filled in its own order, and may be empty", () => {
  expect(reasons({})).toEqual(["A member", "B member", "C member", "D member", "E member"]);
  expect(reasons({ bookable: [] })).toEqual([]);
});

test("the only project is suggested as such, unless a better reason holds", () => {
  expect(reasons({ bookable: ["A"] })).toEqual(["A only"]);
  expect(reasons({ bookable: ["A"], defaultProject: "A" })).toEqual(["A default"]);
});

test("a site tells its distance, accuracy and radius", () => {
  const [first] = suggestProjects(
    facts({ punches: [on("09:00", north(38, 15))], sites: [site("A", { radius: 200 })] }),
  );
  expect(first).toMatchObject({ project: "A", reason: "inside-site", accuracy: 15, radius: 200 });
  expect(first?.distance).toBeCloseTo(38, 3);
});

test("of several sites the smallest goes first, the others follow", () => {
  const sites = [site("A"), site("B", { radius: 100 }), site("C", { id: "c", radius: 50 })];
  const given = { punches: [on("09:00", north(60))], sites, planned: ["D"] };
  expect(reasons(given).slice(0, 3)).toEqual(["B inside-site", "A inside-site", "D planned"]);
});

test("Wi-Fi tells the site without metres", () => {
  const sites = [site("A", { ssids: ["SITE-A"] })];
  const [first] = suggestProjects(facts({ punches: [on("09:00", { ssid: "SITE-A" })], sites }));
  expect(first).toEqual({ project: "A", reason: "inside-site", distance: null, accuracy: null, radius: 300 });
});

test("a place that could not be told for lack of accuracy is said on the first suggestion", () => {
  const punches = [on("09:00", north(250, 420))];
  const suggested = suggestProjects(facts({ punches, sites: [site("B")], recentDays: [worked("2026-09-11", "C")] }));
  expect(suggested[0]).toEqual({ project: "C", reason: "yesterday", distance: null, accuracy: 420, radius: null });
  expect(suggested.slice(1).every(({ accuracy }) => accuracy === null)).toBe(true);
});

test("there is no doubt when a site is certain, when all are, and without coordinates", () => {
  const accuracies = (where: object, sites = [site("B")]) =>
    suggestProjects(facts({ punches: [on("09:00", where)], sites })).filter(
      ({ reason, accuracy }) => reason !== "inside-site" && accuracy !== null,
    );
  expect(accuracies(north(250, 420), [site("A", { lat: null }), site("B")])).toMatchObject([{ accuracy: 420 }]);
  expect(accuracies(north(100, 100), [site("B"), site("C", { radius: 150 })])).toEqual([]);
  expect(accuracies(north(5000, 420))).toEqual([]);
  expect(accuracies({})).toEqual([]);
});

test("the latest valid clock-in decides where somebody is", () => {
  const punches = [on("13:00", north(900)), on("09:00", north(0)), on("14:00", { ...north(0), valid: false })];
  expect(reasons({ punches: [...punches, off("15:00", north(0))], sites: [site("B")] })[0]).toBe("A member");
});

test("of clock-ins in the same instant the one that arrived later decides, then the higher id", () => {
  const first = (...punches: ReturnType<typeof on>[]) => reasons({ punches, sites: [site("B")] })[0];
  const [here, away] = [north(0), north(900)];
  expect(first(on("09:00", { ...away, arrivedAt: 9 }), on("10:00", { ...here, arrivedAt: 1 }))).toBe("B inside-site");
  expect(first(on("09:00", { ...away, arrivedAt: 1 }), on("09:00", { ...here, arrivedAt: 2 }))).toBe("B inside-site");
  expect(first(on("09:00", { ...here, arrivedAt: 2 }), on("09:00", { ...away, arrivedAt: 1 }))).toBe("B inside-site");
  expect(first(on("09:00", { ...away, id: "1" }), on("09:00", { ...here, id: "2" }))).toBe("B inside-site");
  expect(first(on("09:00", { ...here, id: "2" }), on("09:00", { ...away, id: "1" }))).toBe("B inside-site");
});

test("a site told by Wi-Fi leaves no doubt, whatever the coordinates say of another", () => {
  const sites = [site("A", { lat: null, ssids: ["SITE-A"] }), site("B")];
  const [first] = suggestProjects(facts({ punches: [on("09:00", { ...north(250, 420), ssid: "SITE-A" })], sites }));
  expect(first).toMatchObject({ project: "A", distance: null, accuracy: null });
});

test("yesterday is the last day before the date, in whatever order the days come", () => {
  const recentDays = [worked("2026-09-10", "A"), worked("2026-09-11", "B"), worked(monday, "C")];
  expect(reasons({ recentDays })[0]).toBe("B yesterday");
});

test("a habit is three of the last ten workdays, the more frequent first", () => {
  const days = Array.from({ length: 14 }, (_, index) => worked(`2026-08-${10 + index}`));
  const on = (projects: Record<number, string[]>) =>
    days.map((one, index) => ({ ...one, projects: projects[index] ?? [] }));
  expect(reasons({ recentDays: on({ 4: ["B"], 5: ["B"], 6: ["B"] }) })[0]).toBe("B habit");
  expect(reasons({ recentDays: on({ 3: ["B"], 5: ["B"], 6: ["B"] }) })[0]).toBe("A member");
  const more = { 4: ["B", "C"], 5: ["B", "C"], 6: ["B", "C"], 7: ["C"] };
  expect(reasons({ recentDays: on(more) }).slice(0, 2)).toEqual(["C habit", "B habit"]);
});

test("without a tap the site decides, else the default, else nobody", () => {
  const here = { punches: [on("09:00", north(0))], sites: [site("A")] };
  expect(consequenceOf(facts({ ...here, defaultProject: "D" }))).toBe("site");
  expect(consequenceOf(facts({ sites: [site("A")], defaultProject: "D" }))).toBe("default");
  expect(consequenceOf(facts({ punches: [on("09:00", north(900))], sites: [site("A")] }))).toBe("unassigned");
});
