import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryDay } from "./arbitrary-day.ts";
import { defaultPrivacy, locatedFrom, mayDecline } from "./privacy.ts";
import type { Punch } from "./punch.ts";
import { bestInside, keptVerdicts, type Site, verdicts } from "./site.ts";
import { suggestProjects } from "./suggestion.ts";
import { type SettledDay, settleWorkday } from "./workday.ts";

const nowhere = { lat: null, lng: null, accuracy: null, ssid: null, bssid: null, machine: null };

function cleared(punch: Punch, sites: readonly Site[]): Punch {
  return { ...punch, ...nowhere, kept: keptVerdicts(punch, sites) };
}

function withoutMetres(day: SettledDay): SettledDay {
  return { ...day, details: day.details.map((detail) => ({ ...detail, metres: null })) };
}

test("clearing where punches were made never changes a settled day, but for its metres", () => {
  fc.assert(
    fc.property(arbitraryDay, (facts) => {
      const after = { ...facts, punches: facts.punches.map((punch) => cleared(punch, facts.sites)) };
      expect(settleWorkday(after)).toEqual(withoutMetres(settleWorkday(facts)));
    }),
    { numRuns: 1000 },
  );
});

test("clearing twice keeps what clearing once kept", () => {
  fc.assert(
    fc.property(arbitraryDay, ({ punches, sites }) => {
      for (const punch of punches) {
        const once = cleared(punch, sites);
        expect(keptVerdicts(once, sites)).toEqual(once.kept);
      }
    }),
  );
});

const gate: Site = { id: "gate", project: "A", lat: 30, lng: 120, radius: 100, ssids: [], machines: [] };
const here: Punch = {
  ...{ id: "1", at: 1, arrivedAt: 1, type: "on", valid: true, result: null },
  ...{ ...nowhere, lat: 30, lng: 120, accuracy: 10 },
};

test("a site that came or moved after the clearing changes nothing of what was kept", () => {
  const after = cleared(here, [gate]);
  const later = [
    { ...gate, lat: 50 },
    { ...gate, id: "new", project: "B" },
  ];
  expect(verdicts(after, later)).toMatchObject([{ verdict: "inside", distance: null }, { verdict: "unknown" }]);
  expect(bestInside(verdicts(after, later))?.siteId).toBe("gate");
});

test("of several sites the nearest one stays the nearest, whatever their radius becomes", () => {
  const wide = { ...gate, id: "wide", project: "B", radius: 900 };
  const after = cleared(here, [wide, gate]);
  expect(bestInside(verdicts(after, [{ ...wide, radius: 10 }, gate]))?.siteId).toBe("gate");
});

test("a suggestion still knows the site, and no metres", () => {
  const facts = {
    date: "2026-09-14",
    sites: [gate],
    bookable: ["A"],
    recentDays: [],
    planned: [],
    defaultProject: null,
  };
  const [first] = suggestProjects({ ...facts, punches: [cleared(here, [gate])] });
  expect(first).toEqual({ project: "A", reason: "inside-site", distance: null, accuracy: null, radius: 100 });
});

test("location may be declined unless it is required, and always where consent is asked", () => {
  expect(mayDecline(defaultPrivacy)).toBe(true);
  expect(mayDecline({ basis: "notice", location: "required" })).toBe(false);
  expect(mayDecline({ basis: "consent", location: "required" })).toBe(true);
});

const told = (answeredAt: number, location: boolean) => ({ answeredAt, location, basis: "notice" as const });
const asked = (answeredAt: number, location: boolean) => ({ answeredAt, location, basis: "consent" as const });

test.each([
  ["notice", [], 0],
  ["notice", [told(5, true)], 0],
  ["notice", [told(5, false)], null],
  ["notice", [told(5, false), told(9, true)], 9],
  ["notice", [told(5, false), told(9, true), told(12, true)], 9],
  ["consent", [], null],
  ["consent", [told(5, true)], null],
  ["consent", [told(5, true), asked(7, true)], 7],
  ["consent", [asked(7, true), asked(9, false)], null],
  ["consent", [asked(7, true), asked(9, false), asked(11, true)], 11],
] as const)("on the basis of %s, after %j, places are kept from %s on", (basis, answers, from) => {
  expect(locatedFrom(basis, answers)).toBe(from);
});
