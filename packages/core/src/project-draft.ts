import type { Fen } from "./money.ts";
import type { WorkDate } from "./time/date.ts";
import type { Minutes } from "./time/minutes.ts";

/** What a form may say of a project that its approval makes. */
export type DraftField = "name" | "code" | "shortName" | "owner" | "dates" | "startsOn" | "endsOn" | "money" | "hours";

/** What one field of a form says, read as far as its kind tells; `text` as it was written. */
export interface SaidField {
  readonly label: string;
  readonly text: string | null;
  readonly number: number | null;
  readonly fen: Fen | null;
  readonly from: WorkDate | null;
  readonly to: WorkDate | null;
  /** Ids of the people it names, and names without an id. */
  readonly people: readonly string[];
  readonly strangers: readonly string[];
}

/** Why what a form says does not fit: left empty, too long, no date, sum or number, somebody unknown, several, or a code in use. */
export type MisfitReason =
  | ("missing" | "too-long" | "no-date" | "no-money" | "no-hours" | "unknown-person" | "several-people")
  | ("code-taken" | "dates-reversed");

/** A field that does not fit, in the form's own words. */
export interface Misfit {
  readonly field: DraftField;
  readonly label: string;
  readonly said: string;
  readonly reason: MisfitReason;
}

/** A project as a form describes it. */
export interface ProjectDraft {
  readonly name: string;
  readonly code: string | null;
  readonly shortName: string;
  /** The budget's owner, who becomes the manager. */
  readonly owner: string | null;
  readonly startsOn: WorkDate | null;
  readonly endsOn: WorkDate | null;
  readonly fen: Fen | null;
  readonly minutes: Minutes | null;
}

const longest = { name: 120, code: 32, shortName: 8 } as const;

/** What must fit before a project is made: without a name, an owner or with a code in use it waits for a human. */
const needed: ReadonlySet<DraftField> = new Set(["name", "owner", "code"]);

/**
 * Reads a project from a form's fields; `said` gives a field as far as the form has it. An owner is the person named, without a field
 * for one the originator. What does not fit is listed, and left out of the draft.
 */
export function draftProject(
  said: Partial<Readonly<Record<DraftField, SaidField>>>,
  originator: string,
): { readonly draft: ProjectDraft; readonly misfits: readonly Misfit[] } {
  const misfits: Misfit[] = [];
  const miss = (field: DraftField, reason: MisfitReason): null => {
    misfits.push({ field, label: said[field]?.label ?? "", said: said[field]?.text ?? "", reason });
    return null;
  };
  const short = (field: "name" | "code" | "shortName") => {
    const text = said[field]?.text?.trim() ?? "";
    return [...text].length > longest[field] ? miss(field, "too-long") : text || null;
  };
  const name = short("name") ?? (misfits.length > 0 ? "" : (miss("name", "missing") ?? ""));
  const [startsOn, endsOn] = datesOf(said, miss);
  const draft = {
    name,
    code: short("code"),
    shortName: short("shortName") ?? [...name].slice(0, longest.shortName).join(""),
    owner: ownerOf(said.owner, originator, miss),
    startsOn,
    endsOn,
    fen: amountOf(said, "money", miss),
    minutes: amountOf(said, "hours", miss),
  };
  return { draft, misfits };
}

/** Whether a draft may become a project although some of it does not fit. */
export function isEnough(misfits: readonly Misfit[]): boolean {
  return !misfits.some(({ field }) => needed.has(field));
}

/** The mark of a new project: the first character of its names that no other has, else the first; letters come in pairs. */
export function chooseMark(names: readonly string[], taken: ReadonlySet<string>): string {
  const text = names.join("");
  const candidates = [
    ...(text.match(/\p{Script=Han}/gu) ?? []),
    ...(text.match(/[A-Za-z]{2}/g) ?? []).map((pair) => pair.toUpperCase()),
  ];
  return candidates.find((one) => !taken.has(one)) ?? candidates[0] ?? "项";
}

type Miss = (field: DraftField, reason: MisfitReason) => null;

function ownerOf(said: SaidField | undefined, originator: string, miss: Miss): string | null {
  if (said === undefined) return originator;
  const [first, ...more] = said.people;
  if (said.strangers.length > 0) return miss("owner", "unknown-person");
  if (first === undefined) return miss("owner", "missing");
  return more.length > 0 ? miss("owner", "several-people") : first;
}

function datesOf(said: Partial<Readonly<Record<DraftField, SaidField>>>, miss: Miss) {
  const read = (field: "startsOn" | "endsOn" | "dates", which: "from" | "to") => {
    const one = said[field];
    if (one === undefined || one.text === null || one.text.trim() === "") return null;
    return one[which] ?? miss(field, "no-date");
  };
  const startsOn = said.startsOn === undefined ? read("dates", "from") : read("startsOn", "from");
  const endsOn = said.endsOn === undefined ? (said.dates?.to ?? null) : read("endsOn", "from");
  if (startsOn === null || endsOn === null || startsOn <= endsOn) return [startsOn, endsOn] as const;
  miss(said.endsOn === undefined ? "dates" : "endsOn", "dates-reversed");
  return [startsOn, null] as const;
}

function amountOf(
  said: Partial<Readonly<Record<DraftField, SaidField>>>,
  field: "money" | "hours",
  miss: Miss,
): number | null {
  const one = said[field];
  if (one === undefined || one.text === null || one.text.trim() === "") return null;
  if (field === "money") return one.fen !== null && one.fen >= 0 ? one.fen : miss(field, "no-money");
  const minutes = one.number === null ? Number.NaN : Math.round(one.number * 60);
  return minutes >= 0 && Number.isSafeInteger(minutes) ? minutes : miss(field, "no-hours");
}
