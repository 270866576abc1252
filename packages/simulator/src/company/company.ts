import { type Day, dayAt } from "./beijing.ts";
import { type Department, departmentsFor } from "./department.ts";
import { type Person, peopleOf } from "./person.ts";

/** What a company is made from; the same values always make the same company. */
export interface CompanySeed {
  readonly seed: number;
  readonly people: number;
  /** Where the clock begins. */
  readonly start: number;
}

/** The company as seeded, before anything happened to it. */
export interface Company {
  readonly seed: number;
  readonly people: readonly Person[];
  readonly departments: readonly Department[];
  /** The day on which the demonstration begins. */
  readonly demoDay: Day;
}

export function foundCompany({ seed, people, start }: CompanySeed): Company {
  return { seed, people: peopleOf(seed, people), departments: departmentsFor(people), demoDay: dayAt(start) };
}
