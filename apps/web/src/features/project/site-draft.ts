import type { Site, SiteInput } from "../../api.ts";

/** What stands in the fields of a site's form. */
export interface SiteDraft {
  readonly name: string;
  readonly lat: string;
  readonly lng: string;
  readonly radius: string;
  /** One a line. */
  readonly ssids: string;
  readonly machines: string;
}

/** Why a field cannot be saved, by the end of its message's key: `needName`. */
export type SiteFault = "needName" | "needLatitude" | "needLongitude" | "needBoth" | "needRadius";
export type SiteFaults = Readonly<Partial<Record<keyof SiteDraft, SiteFault>>>;

/** The form of a site, or of a new one. */
export function draftOf(site: Site | null): SiteDraft {
  return {
    name: site?.name ?? "",
    lat: site?.lat?.toString() ?? "",
    lng: site?.lng?.toString() ?? "",
    radius: String(site?.radius ?? 200),
    ssids: site?.ssids.join("\n") ?? "",
    machines: site?.machines.join("\n") ?? "",
  };
}

/** What is wrong with a form, by field; nothing when it can be saved. */
export function faultsOf({ name, lat, lng, radius }: SiteDraft): SiteFaults {
  const metres = Number(radius);
  const isHalf = isBlank(lat) !== isBlank(lng);
  return {
    ...(isBlank(name) ? { name: "needName" } : {}),
    ...(isHalf && isBlank(lat) ? { lat: "needBoth" } : isDegree(lat, 90) ? {} : { lat: "needLatitude" }),
    ...(isHalf && isBlank(lng) ? { lng: "needBoth" } : isDegree(lng, 180) ? {} : { lng: "needLongitude" }),
    ...(Number.isInteger(metres) && metres >= 10 && metres <= 50_000 ? {} : { radius: "needRadius" }),
  };
}

/** What is sent for a form without faults; the days on which the site holds stay as they were. */
export function inputOf(draft: SiteDraft, before: Site | null): SiteInput {
  return {
    name: draft.name.trim(),
    lat: isBlank(draft.lat) ? null : Number(draft.lat),
    lng: isBlank(draft.lng) ? null : Number(draft.lng),
    radius: Number(draft.radius),
    ssids: linesOf(draft.ssids),
    machines: linesOf(draft.machines),
    startsOn: before?.startsOn ?? null,
    endsOn: before?.endsOn ?? null,
  };
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}

function isDegree(text: string, most: number): boolean {
  return isBlank(text) || Math.abs(Number(text)) <= most;
}

function linesOf(text: string): string[] {
  return [
    ...new Set(
      text
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ];
}
