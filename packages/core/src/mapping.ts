import { fillTemplate, type MappedThing, type MappingRecord, unknownSources } from "./mapping-source.ts";
import { isWorkDate } from "./time/date.ts";

/** The longest text a field takes, counted in characters, in bytes of UTF-8 or in units of UTF-16. */
export interface TextLimit {
  readonly most: number;
  readonly unit: "characters" | "bytes" | "units";
}

/** A field of theirs that can be filled: `{ of: "task", name: "title", kind: "text", required: true, limit: { most: 255, … } }`. */
export interface MappedField {
  readonly of: MappedThing;
  readonly name: string;
  readonly kind: "text" | "date" | "choice" | "number";
  readonly required: boolean;
  readonly limit: TextLimit | null;
  /** Whether line breaks are kept; otherwise a text is one line. */
  readonly lines?: boolean;
  /** Whether characters outside the basic plane, `👷`, do not survive there. */
  readonly basic?: boolean;
  /** Under which name a check offers the choices, `"activity"`. */
  readonly offers?: string;
}

/**
 * How a field is filled: from a template, `"{project.code} {place}"`; with a table what the template says is looked up in it,
 * `"{person.position}"` with `{ PM: "9" }`. What does not fit holds the record, an optional one is cut or left out.
 */
export interface MappingRule {
  readonly of: MappedThing;
  readonly to: string;
  readonly from: string;
  readonly table: { readonly rows: Readonly<Record<string, string>>; readonly otherwise: string } | null;
  readonly optional: boolean;
}

export type MappingProblem =
  | "unknown-field"
  | "field-twice"
  | "unknown-source"
  | "required-empty"
  | "too-long"
  | "character-unsupported"
  | "not-a-date"
  | "not-a-number"
  | "choice-unknown";

/** What does not fit and where: `{ field: "title", problem: "too-long" }`. */
export interface MappingFlaw {
  readonly of: MappedThing;
  readonly field: string;
  readonly problem: MappingProblem;
}

/** The fields of a product and the values that its choices have by the name of the offer; an offer that is not there is not checked. */
export interface MappingGround {
  readonly fields: readonly MappedField[];
  readonly offers: Readonly<Record<string, readonly string[]>>;
}

/** What fields are filled with. `flaws` hold the record, `eased` are those that optional rules got over. */
export interface Mapped {
  readonly values: Readonly<Record<string, string>>;
  readonly flaws: readonly MappingFlaw[];
  readonly eased: readonly MappingFlaw[];
}

/** What is wrong with rules whatever the record is: fields, sources and choices that are not there, a field filled twice, a required one never. */
export function checkMapping(rules: readonly MappingRule[], { fields, offers }: MappingGround): MappingFlaw[] {
  const flaws: MappingFlaw[] = [];
  const seen = new Set<string>();
  for (const { of, to, from, table } of rules) {
    const flaw = (problem: MappingProblem) => flaws.push({ of, field: to, problem });
    const field = fields.find((one) => one.of === of && one.name === to);
    if (field === undefined) flaw("unknown-field");
    const named = table === null ? [] : [...Object.values(table.rows), table.otherwise].filter((one) => one !== "");
    if (field?.kind === "choice" && !named.every((value) => isOfKind(value, field, offers))) flaw("choice-unknown");
    if (seen.has(`${of}.${to}`)) flaw("field-twice");
    if (unknownSources(from, of).length > 0) flaw("unknown-source");
    seen.add(`${of}.${to}`);
  }
  const missing = fields.filter((field) => field.required && !seen.has(`${field.of}.${field.name}`));
  return [...flaws, ...missing.map(({ of, name }) => ({ of, field: name, problem: "required-empty" as const }))];
}

/** Fills the fields of hours or of a task from a record. Never throws: rules that make no sense are flaws. */
export function applyMapping(
  rules: readonly MappingRule[],
  of: MappedThing,
  { ground, record }: { readonly ground: MappingGround; readonly record: MappingRecord },
): Mapped {
  const values = new Map<string, string>();
  const flaws: MappingFlaw[] = [];
  const eased: MappingFlaw[] = [];
  for (const field of ground.fields.filter((one) => one.of === of)) {
    const rule = rules.find((one) => one.of === of && one.to === field.name);
    const filled = rule === undefined ? "" : filledBy(rule, record);
    const { value, problem } = fit(filled, field, ground);
    const isEmpty = value === "" && field.required;
    const isEased = rule?.optional === true && !isEmpty;
    const found = problem ?? (isEmpty ? "required-empty" : null);
    if (found !== null) (isEased ? eased : flaws).push({ of, field: field.name, problem: found });
    if (value !== "") values.set(field.name, value);
  }
  return { values: Object.fromEntries(values), flaws, eased };
}

function filledBy({ of, from, table }: MappingRule, record: MappingRecord): string {
  const text = fillTemplate(from, of, record);
  const isLookedUp = table !== null && Object.hasOwn(table.rows, text);
  const filled = isLookedUp ? (table.rows[text] ?? "") : (table?.otherwise ?? text);
  return filled.replace(/\p{Surrogate}/gu, "");
}

interface Fitted {
  readonly value: string;
  readonly problem: MappingProblem | null;
}

/** A value as the field takes it: what is too long is cut, what has the wrong form is left out, and both are told. */
function fit(text: string, field: MappedField, { offers }: MappingGround): Fitted {
  if (field.kind === "text") return fitText(text, field);
  const value = text.trim();
  if (value === "" || isOfKind(value, field, offers)) return { value, problem: null };
  const problems = { date: "not-a-date", number: "not-a-number", choice: "choice-unknown" } as const;
  return { value: "", problem: problems[field.kind] };
}

function isOfKind(value: string, { kind, offers: name }: MappedField, offers: MappingGround["offers"]): boolean {
  if (kind === "date") return isWorkDate(value);
  if (kind === "number") return /^-?\d{1,15}(\.\d{1,9})?$/u.test(value);
  const offered = name !== undefined && Object.hasOwn(offers, name) ? offers[name] : undefined;
  return offered === undefined || offered.includes(value);
}

function fitText(text: string, { limit, lines, basic }: MappedField): Fitted {
  const plain = lines === true ? text.trim() : text.replace(/\s+/gu, " ").trim();
  const kept = basic === true ? plain.replace(/[\u{10000}-\u{10ffff}]/gu, "").trim() : plain;
  const value = limit === null ? kept : cutText(kept, limit);
  const lost = kept === plain ? null : "character-unsupported";
  return { value, problem: value === kept ? lost : "too-long" };
}

/** A text that keeps to a limit, cut between characters. */
export function cutText(text: string, { most, unit }: TextLimit): string {
  let length = 0;
  let end = 0;
  for (const character of text) {
    length += sizes[unit](character);
    if (length > most) return text.slice(0, end).trimEnd();
    end += character.length;
  }
  return text;
}

const sizes: Readonly<Record<TextLimit["unit"], (character: string) => number>> = {
  characters: () => 1,
  bytes: (character) => bytesOf(character.codePointAt(0) ?? 0),
  units: (character) => character.length,
};

function bytesOf(point: number): number {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}

const usual: Readonly<Record<string, string>> = {
  "worklog.note": "{project.short} · {place} · {overtime}",
  "task.title": "{title}",
  "task.description": "{description}",
  "task.startsOn": "{start}",
  "task.dueOn": "{deadline}",
  "task.assigneeId": "{assignee.account}",
};

/** How fields are filled where nobody said otherwise: each that has a part of its own here, the note being cut where it is too long. */
export function usualMapping({ fields }: Pick<MappingGround, "fields">): MappingRule[] {
  return fields.flatMap(({ of, name }) => {
    const from = usual[`${of}.${name}`];
    return from === undefined ? [] : [{ of, to: name, from, table: null, optional: name === "note" }];
  });
}
