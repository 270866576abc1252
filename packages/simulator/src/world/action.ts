import type { Person } from "../company/person.ts";
import type { Leave } from "./leave.ts";
import type { Punch, Supply } from "./story.ts";

/** The switches of the world and its pushes. */
export interface Switches {
  /** Numbers now and then come as text. */
  readonly jitter: boolean;
  /** Old paths outside `topapi` wrap gateway errors with 88 as well. */
  readonly wrap88: boolean;
  readonly duplicateEvents: boolean;
  /** A 补卡 shows in `listRecord`. */
  readonly supplyInRecords: boolean;
  readonly punchEvents: boolean;
  readonly contactEvents: boolean;
  readonly eventCasing: "documented" | "capitals" | "no-event-id";
}

export const FIRST_SWITCHES: Switches = {
  jitter: false,
  wrap88: false,
  duplicateEvents: false,
  supplyInRecords: true,
  punchEvents: false,
  contactEvents: true,
  eventCasing: "documented",
};

/** Where events are pushed. */
export interface Callback {
  readonly url: string;
  readonly token: string;
  readonly aesKey: string;
  readonly ownerKey: string;
}

/** What somebody did to the world from outside; the world is its seed and these, in order. */
export type Action =
  | { readonly kind: "punch"; readonly userId: string; readonly punch: Punch }
  | { readonly kind: "leave"; readonly leave: Leave }
  | { readonly kind: "supply"; readonly supply: Supply }
  | { readonly kind: "hire"; readonly person: Omit<Person, "group">; readonly groupId: number }
  | { readonly kind: "change"; readonly userId: string; readonly change: PersonChange }
  | { readonly kind: "depart"; readonly userId: string; readonly at: number }
  | { readonly kind: "switches"; readonly switches: Partial<Switches> }
  | { readonly kind: "callback"; readonly callback: Callback | null };

export interface PersonChange {
  readonly name?: string;
  readonly title?: string;
  readonly departmentIds?: readonly number[];
}
