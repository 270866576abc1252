import { compareText } from "./order.ts";
import type { KeptVerdict, Punch } from "./punch.ts";

/** A place where a project's work is done. Centre is GCJ-02 degrees, radius is metres. */
export interface Site {
  readonly id: string;
  readonly project: string;
  readonly lat: number | null;
  readonly lng: number | null;
  readonly radius: number;
  /** Wi-Fi names and access-point addresses (SSID or BSSID). */
  readonly ssids: readonly string[];
  /** Serial numbers of attendance machines. */
  readonly machines: readonly string[];
}

/** Where a punch was, seen from one site. Metres are null when nothing was measured. */
export interface Verdict {
  readonly project: string;
  readonly siteId: string;
  readonly verdict: "inside" | "outside" | "unknown";
  readonly distance: number | null;
  readonly accuracy: number | null;
  readonly radius: number;
  /** Of a kept verdict: which of them it was, the nearest being 0. */
  readonly rank?: number;
}

/** What a punch says of the place it was made. */
export type PunchPlace = Omit<Punch, "id" | "at" | "arrivedAt" | "type" | "valid" | "result">;

const earthRadius = 6_371_008.8;
const farthest = Number.MAX_VALUE;

/** Great-circle metres between two points in degrees. */
export function distanceBetween(a: { lat: number; lng: number }, b: { lat: number; lng: number }): number {
  const toRadians = Math.PI / 180;
  const lat = Math.sin(((b.lat - a.lat) * toRadians) / 2);
  const lng = Math.sin(((b.lng - a.lng) * toRadians) / 2);
  const chord = lat * lat + Math.cos(a.lat * toRadians) * Math.cos(b.lat * toRadians) * lng * lng;
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** Inside, outside or cannot tell, as kept or as measured; Wi-Fi and machines of the site count as inside wherever the coordinates are. */
export function judge(punch: PunchPlace, site: Site): Verdict {
  if (punch.kept !== undefined) return remember(punch.kept, site);
  const { lat, lng } = punch;
  const measured = lat !== null && lng !== null && site.lat !== null && site.lng !== null;
  const distance = measured ? distanceBetween({ lat, lng }, { lat: site.lat, lng: site.lng }) : null;
  return {
    project: site.project,
    siteId: site.id,
    verdict: knowsSite(punch, site) ? "inside" : measure(distance, punch.accuracy ?? 0, site.radius),
    distance,
    accuracy: measured ? punch.accuracy : null,
    radius: site.radius,
  };
}

/** One verdict for each site, in the order of the sites. */
export function verdicts(punch: PunchPlace, sites: readonly Site[]): Verdict[] {
  return sites.map((site) => judge(punch, site));
}

/** What outlives a punch's place: the verdicts that could be told, in the order in which they decide; metres do not. */
export function keptVerdicts(punch: PunchPlace, sites: readonly Site[]): KeptVerdict[] {
  return verdicts(punch, sites)
    .sort(byNearness)
    .flatMap(({ project, siteId, verdict }) => (verdict === "unknown" ? [] : [{ project, siteId, verdict }]));
}

/** The verdict of the site a punch belongs to: smallest radius, then nearest, then lowest project id; null outside all. */
export function bestInside(found: readonly Verdict[]): Verdict | null {
  let best: Verdict | null = null;
  for (const one of found) {
    if (one.verdict === "inside" && (best === null || byNearness(one, best) < 0)) best = one;
  }
  return best;
}

function remember(kept: readonly KeptVerdict[], { project, id, radius }: Site): Verdict {
  const rank = kept.findIndex((one) => one.project === project && one.siteId === id);
  const verdict = kept[rank]?.verdict ?? "unknown";
  return { project, siteId: id, verdict, distance: null, accuracy: null, radius, ...(rank === -1 ? {} : { rank }) };
}

function measure(distance: number | null, accuracy: number, radius: number): Verdict["verdict"] {
  if (distance === null) return "unknown";
  if (distance + accuracy <= radius) return "inside";
  return distance - accuracy > radius ? "outside" : "unknown";
}

function knowsSite({ ssid, bssid, machine }: PunchPlace, site: Site): boolean {
  if (machine && site.machines.includes(machine)) return true;
  if (ssid && site.ssids.includes(ssid)) return true;
  // Phones spell access-point addresses in either case.
  const address = bssid?.toLowerCase();
  return Boolean(address) && site.ssids.some((known) => known.toLowerCase() === address);
}

/** Order of the sites a punch is inside of: the one it belongs to first. */
export function byNearness(a: Verdict, b: Verdict): number {
  return (
    (a.rank ?? 0) - (b.rank ?? 0) ||
    a.radius - b.radius ||
    (a.distance ?? farthest) - (b.distance ?? farthest) ||
    compareText(a.project, b.project) ||
    compareText(a.siteId, b.siteId)
  );
}
