import { expect, test } from "vitest";
import { bestInside, distanceBetween, judge, verdicts } from "./site.ts";
import { north, on, site } from "./testing.ts";

const seen = (where: object, of = site("A")) => judge(on("09:00", where), of).verdict;

test("distance is the great circle in metres", () => {
  const quarter = distanceBetween({ lat: 0, lng: 0 }, { lat: 0, lng: 90 });
  expect(quarter).toBeCloseTo((6_371_008.8 * Math.PI) / 2, 6);
  expect(distanceBetween({ lat: 30, lng: 120 }, { lat: 30, lng: 120 })).toBe(0);
  expect(distanceBetween({ lat: 0, lng: 0 }, { lat: 0, lng: 180 })).toBeCloseTo(6_371_008.8 * Math.PI, 6);
  const hangzhou = distanceBetween({ lat: 30.2854, lng: 120.0171 }, { lat: 30.190244, lng: 120.163907 });
  expect(hangzhou).toBeGreaterThan(17_600);
  expect(hangzhou).toBeLessThan(17_700);
});

test("inside needs distance and accuracy within the radius", () => {
  expect(seen(north(100, 65))).toBe("inside");
  expect(seen(north(234, 65))).toBe("inside");
  expect(seen(north(236, 65))).toBe("unknown");
});

test("outside needs distance less accuracy beyond the radius", () => {
  expect(seen(north(364, 65))).toBe("unknown");
  expect(seen(north(366, 65))).toBe("outside");
});

test("exactly at the radius is inside, and with accuracy in the way not yet outside", () => {
  expect(seen(north(0, 300))).toBe("inside");
  const { distance } = judge(on("09:00", north(400)), site("A"));
  expect(seen(north(400), site("A", { radius: distance ?? 0 }))).toBe("inside");
  expect(seen(north(400, 10), site("A", { radius: (distance ?? 0) - 10 }))).toBe("unknown");
});

test("missing accuracy counts as 0", () => {
  expect([299, 301].map((metres) => seen(north(metres)))).toEqual(["inside", "outside"]);
});

test("without coordinates of punch or site nobody can tell", () => {
  expect(seen({})).toBe("unknown");
  expect([seen({ lat: 30.2854 }), seen({ lng: 120.0171 })]).toEqual(["unknown", "unknown"]);
  expect([seen(north(0), site("A", { lat: null })), seen(north(0), site("A", { lng: null }))]).toEqual(
    Array(2).fill("unknown"),
  );
  expect(seen(north(0), site("A", { lat: null, lng: null }))).toBe("unknown");
});

test("Wi-Fi, access point and machine of the site count as inside wherever the coordinates are", () => {
  const known = site("A", { ssids: ["SITE-A", "aa:bb:cc:00:11:22"], machines: ["0601"] });
  expect(seen({ ...north(9000), ssid: "SITE-A" }, known)).toBe("inside");
  expect(seen({ ...north(9000), bssid: "AA:BB:CC:00:11:22" }, known)).toBe("inside");
  expect(seen({ ...north(9000), machine: "0601" }, known)).toBe("inside");
  expect(seen({ ...north(9000), bssid: "aa:bb:cc:00:11:23" }, known)).toBe("outside");
  expect(seen({ ...north(9000), ssid: "site-a", machine: "0602" }, known)).toBe("outside");
});

test("an empty network name belongs to no site", () => {
  expect(seen({ ssid: "", bssid: "", machine: "" }, site("A", { ssids: [""], machines: [""] }))).toBe("unknown");
});

test("a verdict carries its figures, and none that were not measured", () => {
  const { distance, ...figures } = judge(on("09:00", north(100, 65)), site("A"));
  expect(distance).toBeCloseTo(100, 3);
  expect(figures).toEqual({ project: "A", siteId: "site A", verdict: "inside", accuracy: 65, radius: 300 });
  expect(judge(on("09:00", { accuracy: 65 }), site("A"))).toMatchObject({ distance: null, accuracy: null });
});

test("of several sites the smallest wins, then the nearest, then the lowest project id", () => {
  const of = (...sites: ReturnType<typeof site>[]) => bestInside(verdicts(on("09:00", north(50)), sites))?.siteId;
  const nearer = (id: string) => site(id, { lat: 30.2856, id: `near ${id}` });
  expect(of(site("A"), site("B", { radius: 200 }))).toBe("site B");
  expect(of(site("A"), nearer("B"))).toBe("near B");
  expect(of(site("B"), site("A"))).toBe("site A");
  expect(of(site("A", { id: "2" }), site("A", { id: "1" }))).toBe("1");
  expect(of(site("A", { radius: 10 }))).toBeUndefined();
});

test("the order of the sites decides nothing, and of two alike the first is taken", () => {
  const sites = [
    site("B", { id: "1", radius: 200 }),
    site("A", { id: "3", lat: 30.2856 }),
    site("A", { id: "4" }),
    site("A", { id: "5" }),
    site("B", { id: "2" }),
    site("C", { id: "0" }),
  ];
  const order = (of: typeof sites) => {
    const taken: (string | undefined)[] = [];
    const left = () => verdicts(on("09:00", north(50)), of).filter(({ siteId }) => !taken.includes(siteId));
    while (taken.length < of.length) taken.push(bestInside(left())?.siteId);
    return taken;
  };
  expect(order(sites)).toEqual(["1", "3", "4", "5", "2", "0"]);
  expect(order(sites.toReversed())).toEqual(["1", "3", "4", "5", "2", "0"]);
  const [first, second] = verdicts(on("09:00", north(50)), [site("A"), site("A")]);
  expect(first && second && bestInside([first, second])).toBe(first);
});

test("a site without a measured distance counts as the farthest", () => {
  const wifi = site("A", { lat: null, lng: null, ssids: ["SITE"] });
  const found = verdicts(on("09:00", { ...north(50), ssid: "SITE" }), [wifi, site("B")]);
  expect(bestInside(found)?.project).toBe("B");
});
