/** A person whom a rule finds for an account; `rank` is the rule's place in the admin's order, from 0. */
export interface Candidate {
  readonly rank: number;
  readonly person: string;
  /** Whether they are still there. */
  readonly active: boolean;
}

/** Whose an account is. Several people are told, never guessed among. */
export type AccountMatch =
  | { readonly state: "matched"; readonly person: string; readonly rank: number }
  | { readonly state: "ambiguous"; readonly people: readonly string[]; readonly rank: number }
  | { readonly state: "unmatched" };

/** The first rule that finds anybody decides; among those it finds, who is there goes before who has left. */
export function matchAccount(candidates: readonly Candidate[]): AccountMatch {
  if (candidates.length === 0) return { state: "unmatched" };
  const rank = Math.min(...candidates.map((one) => one.rank));
  const found = candidates.filter((one) => one.rank === rank);
  const there = found.filter((one) => one.active);
  const people = [...new Set((there.length > 0 ? there : found).map((one) => one.person))].sort();
  const [person] = people;
  return people.length === 1 && person !== undefined
    ? { state: "matched", person, rank }
    : { state: "ambiguous", people, rank };
}
