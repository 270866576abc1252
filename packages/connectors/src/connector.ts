import type { IdentityKey } from "@today/core/account-key";
import type { WorkDate } from "@today/core/time/date";
import type { Instant, Minutes } from "@today/core/time/minutes";
import type { Abilities, RateRule, WorklogRules } from "./ability.ts";
import type { ConnectorError } from "./error.ts";
import type { TargetField } from "./field.ts";
import type { Choice, FormField, Words } from "./form.ts";
import type { Page } from "./page.ts";

/** Takes a request, as the global `fetch` does. */
export type Fetch = (request: Request) => Promise<Response>;

/** What a session works with: decrypted settings by the form's names, the way out, the clock, the company's IANA zone. */
export interface Means {
  readonly settings: Readonly<Record<string, string>>;
  readonly fetch: Fetch;
  readonly now: () => Instant;
  readonly zone: string;
}

/** A product that keeps projects. `open` calls nobody; it throws `invalid` with the field of a setting that is missing or malformed. */
export interface Connector {
  /** `redmine`, `jira-cloud`. */
  readonly kind: string;
  readonly title: Words;
  readonly form: readonly FormField[];
  /** With the settings that are required alone; see `abilitiesOf`. */
  readonly abilities: Abilities;
  /** What is possible with these settings, where it depends on them. Throws `invalid` as `open` does. */
  abilitiesWith?(settings: Means["settings"]): Abilities;
  readonly rules: WorklogRules;
  readonly rates: readonly RateRule[];
  /** What of theirs can be filled by a mapping. */
  readonly fields: readonly TargetField[];
  /** Which hosts it speaks to, `["api.trello.com"]`, where they are not those of its address fields alone. */
  hosts?(settings: Readonly<Record<string, string>>): readonly string[];
  open(means: Means): Session;
}

/** Every method throws `ConnectorError`, except writes, which say it in `Written`. Nothing is tried twice. */
export interface Session {
  check(): Promise<Check>;
  listProjects?(cursor: string | null): Promise<Page<RemoteProject>>;
  listTasks?(projectId: string, changes: TaskQuery): Promise<Page<RemoteTask>>;
  /** The people of a project; with null everybody the account may see. */
  listMembers?(projectId: string | null, cursor: string | null): Promise<Page<RemotePerson>>;
  readonly worklogs?: Worklogs;
  readonly status?: StatusSink;
  readonly tasks?: TaskSink;
  readonly inbound?: Inbound;
}

/** What a check found: who we are there, what will not work yet by stable names, and choices for the form by field. */
export interface Check {
  readonly account: { readonly id: string; readonly name: string };
  /** `"people-by-name-only"`, `"activity-missing"`. */
  readonly problems: readonly string[];
  readonly offers: Readonly<Record<string, readonly Choice[]>>;
}

export interface RemoteProject {
  readonly id: string;
  readonly name: string;
  readonly code: string | null;
  readonly closed: boolean;
  /** Whether hours can be booked on it there. */
  readonly takesHours: boolean;
}

export interface RemoteState {
  readonly id: string;
  readonly name: string;
}

export interface RemoteTask {
  readonly id: string;
  readonly projectId: string;
  readonly title: string;
  readonly state: RemoteState;
  readonly closed: boolean;
  readonly assigneeId: string | null;
  readonly startsOn: WorkDate | null;
  readonly dueOn: WorkDate | null;
  readonly updatedAt: Instant | null;
}

export interface RemotePerson {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  /** The name they sign in with there, null when it is not told. */
  readonly login: string | null;
  readonly keys: readonly IdentityKey[];
}

/** Which tasks: those changed at or after `since`, all with null. */
export interface TaskQuery {
  readonly since: Instant | null;
  readonly cursor: string | null;
}

/** What hours stand on; without a task on the project alone. */
export interface TaskRef {
  readonly projectId: string;
  readonly taskId: string | null;
}

/** One person's minutes on one task of one date, absolute: a later fact with the same key replaces it. */
export interface WorklogFact {
  /** Stable for company, person, date and task. */
  readonly key: string;
  /** See `markerOf`. */
  readonly marker: string;
  readonly personRemoteId: string | null;
  readonly personName: string;
  readonly task: TaskRef;
  readonly date: WorkDate;
  readonly minutes: Minutes;
  /** Where the minutes start on the date's line, for products that want a clock time. */
  readonly start?: Minutes;
  readonly note: string;
  /** Fields of hours beyond the note, by the names of `Connector.fields`: `{ activity: "9" }`. */
  readonly extra?: Readonly<Record<string, string>>;
}

/** Where a record is: some products find it by its task only. */
export interface WorklogRef {
  readonly id: string;
  readonly task: TaskRef;
}

export interface RemoteWorklog {
  readonly ref: WorklogRef;
  readonly personRemoteId: string | null;
  readonly date: WorkDate;
  readonly minutes: Minutes;
}

/** A record as a list has it. */
export interface ListedWorklog extends RemoteWorklog {
  /** `[wk:mnmxaegzhcq5]`; null on what others booked. */
  readonly marker: string | null;
}

/** Both days belong to it. */
export interface DateRange {
  readonly from: WorkDate;
  readonly to: WorkDate;
}

/** How a write ended. `unknown`: it may or may not have happened, look before writing again. */
export type Written<Ref> =
  | { readonly kind: "applied"; readonly ref: Ref }
  | { readonly kind: "unknown"; readonly reason: string }
  | { readonly kind: "failed"; readonly error: ConnectorError };

export interface Worklogs {
  /** The records of that date and task that carry the fact's marker, compared here and not by the far side. */
  find(fact: WorklogFact): Promise<RemoteWorklog[]>;
  create(fact: WorklogFact): Promise<Written<WorklogRef>>;
  /** Everybody's records of those days on a task. Without a task all of the project, its tasks included; `invalid` where hours need a task. */
  list?(task: TaskRef, range: DateRange, cursor: string | null): Promise<Page<ListedWorklog>>;
  /** Fails with `gone` when the record is no longer there. */
  change?(ref: WorklogRef, fact: WorklogFact): Promise<Written<WorklogRef>>;
  /** What is not there is removed. */
  remove?(ref: WorklogRef): Promise<Written<WorklogRef>>;
}

export interface StatusSink {
  /** The states the task may be put into now, its present one included. */
  choices(task: TaskRef): Promise<RemoteState[]>;
  set(task: TaskRef, stateId: string): Promise<Written<TaskRef>>;
}

export interface TaskDraft {
  readonly marker: string;
  readonly projectId: string;
  readonly title: string;
  readonly description: string;
  readonly assigneeId: string | null;
  readonly startsOn: WorkDate | null;
  readonly dueOn: WorkDate | null;
}

export interface TaskSink {
  /** Tasks among the project's newest that carry the draft's marker. */
  find(draft: TaskDraft): Promise<TaskRef[]>;
  create(draft: TaskDraft): Promise<Written<TaskRef>>;
}

/** A request that came in, its body as received. */
export interface Delivery {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

/** What changed, by id only: it is read again before it is believed. */
export interface InboundEvent {
  /** The far side's id of the delivery, the same when it is repeated; null when it has none. */
  readonly deliveryId: string | null;
  readonly projectId: string | null;
  readonly taskId: string | null;
}

export interface Inbound {
  verify(delivery: Delivery): Promise<boolean>;
  /** Throws `unreadable`. Changes that we made ourselves are left out. */
  parse(delivery: Delivery): InboundEvent[];
}
