import type { Place } from "./allocation.ts";
import type { MappingFlaw } from "./mapping.ts";
import type { Minutes } from "./time/minutes.ts";
import type { HoursPart } from "./worklog-hours.ts";

/** What a worklog says beside its minutes. */
export interface WorklogBody {
  readonly note: string;
  readonly personName: string;
  /** Where the minutes start on the date's line; absent where the product wants none. */
  readonly start?: Minutes;
  /** More fields of theirs by their names, of a mapping. */
  readonly extra?: Readonly<Record<string, string>>;
  /** The version of the mapping that filled them; absent for the usual one. */
  readonly mapping?: number;
  /** What does not fit there, so that it waits. */
  readonly flaws?: readonly Pick<MappingFlaw, "field" | "problem">[];
}

/** What a worklog is about, for those who put it into words. */
export interface WorklogSubject {
  readonly target: string;
  readonly date: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly project: { readonly id: string; readonly code: string; readonly name: string; readonly shortName: string };
  readonly remoteProject: string;
  readonly remoteTask: string | null;
  /** The title of the remote task where one is known. */
  readonly taskTitle: string | null;
  /** What may leave, rounded. */
  readonly minutes: Minutes;
  readonly parts: readonly HoursPart[];
  /** By which version of the mapping it was written there, 0 for the usual one; null while it is not there. */
  readonly sent: number | null;
}

/** The note, and fields that are filled beside it; what is `unfit` is not taken as it is and waits. */
export interface Described extends Pick<WorklogBody, "note" | "extra" | "mapping" | "flaws"> {
  readonly unfit?: boolean;
}

const placeWords: Readonly<Record<Place, string | null>> = {
  onsite: "现场",
  mobile: "移动办公",
  trip: "出差",
  unknown: null,
};
const places = ["onsite", "mobile", "trip"] as const;

/** The note where nobody set another: project, where it was worked and whether it was overtime, `管廊二期B标 · 现场、出差 · 加班`. */
export function describeWorklog({ project, parts }: WorklogSubject): Described {
  return { note: [project.shortName, placeWord(parts), overtimeWord(parts)].filter((word) => word !== "").join(" · ") };
}

/** Where it was worked, `现场、出差`; empty where nothing tells. */
export function placeWord(parts: readonly HoursPart[]): string {
  const worked = places.filter((place) => parts.some((part) => part.place === place));
  return worked.map((place) => placeWords[place]).join("、");
}

/** `加班` where any of it was overtime. */
export function overtimeWord(parts: readonly HoursPart[]): string {
  return parts.some((part) => part.overtime !== null) ? "加班" : "";
}
