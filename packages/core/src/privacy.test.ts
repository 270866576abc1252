import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryDay } from "./arbitrary-day.ts";
import { defaultPrivacy, mayDecline } from "./privacy.ts";
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
