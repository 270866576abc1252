/** Whether a product keeps hours by itself, whether they are put into something else, or not at all. */
export type Support = "native" | "emulated" | "none";

/** In whose name hours stand: anybody we name, whoever a header names, or always the account of the connection. */
export type Author = "any-user" | "acting-user" | "token-owner";

/** What a connector can do. A part that is `false` or `"none"` is absent from its sessions. */
export interface Abilities {
  readonly projects: boolean;
  readonly tasks: boolean;
  readonly members: boolean;
  readonly worklogs: {
    readonly support: Support;
    readonly change: boolean;
    readonly remove: boolean;
    /** Whether a record can be found again by its marker. */
    readonly readBack: boolean;
    /** Whether all records of a task, or of a project where hours need no task, can be read. */
    readonly list: boolean;
    readonly author: Author;
  };
  readonly status: boolean;
  readonly createTask: boolean;
  readonly inbound: "signed" | "secret-url" | "none";
}

/** What a product takes as hours. */
export interface WorklogRules {
  /** The smallest part of an hour that survives: 1 when every minute does. */
  readonly stepMinutes: number;
  /** Whether hours need a task; otherwise they may stand on the project alone. */
  readonly needsTask: boolean;
  /** Whether hours need a clock time to start at. */
  readonly needsStart: boolean;
  /** How many days back hours are taken; null when no rule is known. */
  readonly backDateDays: number | null;
  /** Whether hours of a coming day are taken. */
  readonly future: boolean;
  /** The longest note, marker included. */
  readonly note: NoteLimit;
  /** What must not be written to twice at the same time. */
  readonly serializeBy: "connection" | "task";
}

export interface NoteLimit {
  readonly most: number;
  /** `units` are those of UTF-16, two for `👷`. */
  readonly unit: "characters" | "bytes" | "units";
}

/** So many calls in so many milliseconds, counted for each of what `scope` names. */
export interface RateRule {
  readonly calls: number;
  readonly perMs: number;
  readonly scope: "token" | "app" | "ip" | "task";
}
