import type { Session } from "../../../api.ts";

type Role = Session["person"]["roles"][number];

const parts = {
  terms: ["hr", "admin", "finance"],
  overtime: ["hr"],
  rates: ["finance"],
  accounts: ["hr", "admin"],
  positions: ["hr", "admin"],
  tokens: ["admin"],
} as const satisfies Record<string, readonly Role[]>;

/** What 人员 shows: terms of work, overtime, rates; accounts of other systems, positions, and doors for directories. */
export type PeoplePart = keyof typeof parts;

/** The parts that list people, one of whom may be open. */
export type ListPart = Extract<PeoplePart, "terms" | "overtime" | "rates">;

/** Whether a part lists people. */
export function isList(part: PeoplePart): part is ListPart {
  return part === "terms" || part === "overtime" || part === "rates";
}

/** The parts that somebody with these roles may see, in the order of the page. */
export function partsOf(roles: readonly Role[]): PeoplePart[] {
  return (Object.keys(parts) as PeoplePart[]).filter((part) => parts[part].some((role) => roles.includes(role)));
}

/** The part that opens first: whoever is here for rates alone finds them. */
export function firstPart(roles: readonly Role[]): PeoplePart {
  return roles.includes("finance") && !roles.includes("hr") && !roles.includes("admin") ? "rates" : "terms";
}

/** Whether somebody says under what terms people work. */
export function editsTerms(roles: readonly Role[]): boolean {
  return roles.includes("hr") || roles.includes("admin");
}
