import type { Instant, Minutes } from "./time/minutes.ts";
import type { WorklogBody } from "./worklog-note.ts";
import type { Held, WantedWorklog } from "./worklog-plan.ts";

/** How a worklog stands. `sending` and `unknown` belong to whoever writes it. */
export type WorklogState = "held" | "due" | "sending" | "unknown" | "failed" | "done";

/** The digest of a worklog that is to be nothing, whatever it said before. */
const nothingDigest = "0";

/** A worklog as it is kept, with what its next write depends on; where nothing stands `sentDigest` and `remoteId` are null. */
export interface KeptWorklog {
  readonly key: string;
  readonly minutes: Minutes;
  readonly waiting: Minutes;
  readonly held: string | null;
  readonly body: WorklogBody;
  readonly digest: string;
  readonly sentDigest: string | null;
  readonly sentMinutes: Minutes;
  readonly remoteId: string | null;
  readonly state: WorklogState;
  readonly attempts: number;
  readonly nextAt: Instant;
  readonly sentAt: Instant | null;
}

/** A worklog as it should be, in words and with the digest of what would be sent. */
export interface ToldWorklog extends Omit<WantedWorklog, "hours"> {
  readonly body: WorklogBody;
  readonly digest: string;
}

/** What may be done there to what was written (where neither, more can still be added), and when what is new leaves. */
export interface Correcting {
  readonly change: boolean;
  readonly remove: boolean;
  readonly dueAt: Instant;
}

/** How a worklog is kept from now on. `anew` forgets what went wrong with what it was before. */
export interface WorklogChange {
  readonly key: string;
  /** Null for one that is not wanted any more and keeps what it names. */
  readonly wanted: ToldWorklog | null;
  readonly minutes: Minutes;
  readonly waiting: Minutes;
  readonly held: Held | null;
  readonly body: WorklogBody;
  readonly digest: string;
  readonly state: WorklogState;
  readonly nextAt: Instant;
  readonly anew: boolean;
}

/** What has to be written so that what is kept becomes what is wanted; `gone` are keys of rows that never left. */
export interface WorklogDifference {
  readonly changes: readonly WorklogChange[];
  readonly gone: readonly string[];
}

interface Content {
  readonly minutes: Minutes;
  readonly waiting: Minutes;
  readonly held: Held | null;
  readonly barred: Held | null;
  readonly body: WorklogBody;
  readonly digest: string;
}

/** Compares what a day should have at a target with what is kept of it. Planning twice changes nothing the second time. */
export function worklogDifference(
  wanted: readonly ToldWorklog[],
  kept: readonly KeptWorklog[],
  how: Correcting,
): WorklogDifference {
  const changes: WorklogChange[] = [];
  const gone: string[] = [];
  const keptBy = new Map(kept.map((row) => [row.key, row]));
  const wantedBy = new Map(wanted.map((one) => [one.key, one]));
  for (const key of new Set([...wantedBy.keys(), ...keptBy.keys()])) {
    const row = keptBy.get(key) ?? null;
    const one = wantedBy.get(key) ?? null;
    const content = settled(contentOf(one, row), row, how);
    const state = stateOf(content, row);
    if (state === null) {
      if (row !== null) gone.push(key);
      continue;
    }
    const change = { key, wanted: one, ...content, ...whenOf(state, { row, content, how }), state };
    if (row === null || isDifferent(change, row)) changes.push(change);
  }
  return { changes, gone };
}

function contentOf(one: ToldWorklog | null, row: KeptWorklog | null): Content {
  if (one !== null) {
    const { minutes, waiting, held, barred, body, digest } = one;
    return { minutes, waiting, held, barred, body, digest: minutes === 0 ? nothingDigest : digest };
  }
  const body = row?.body ?? { note: "", personName: "" };
  return { minutes: 0, waiting: 0, held: null, barred: null, body, digest: nothingDigest };
}

/** What cannot be written waits as a whole where nothing stands yet; what stands and cannot be mended keeps what it should be. */
function settled(content: Content, row: KeptWorklog | null, { change, remove }: Correcting): Content {
  if (row === null || !mayStand(row)) {
    if (content.barred === null) return content;
    const { minutes, waiting, barred } = content;
    return { ...content, minutes: 0, waiting: minutes + waiting, held: barred, digest: nothingDigest };
  }
  if (content.digest === row.sentDigest) return { ...content, held: content.waiting > 0 ? "not-approved" : null };
  if (!change && content.minutes === row.sentMinutes && row.digest === row.sentDigest) {
    return { ...content, body: row.body, digest: row.digest };
  }
  const isMendable = content.minutes === 0 ? remove : change || remove || content.minutes >= row.sentMinutes;
  if (isMendable) return content;
  return { ...content, held: "correction-impossible", barred: "correction-impossible" };
}

/** Whether something of it is there or may be. */
function mayStand({ state, remoteId, sentDigest }: KeptWorklog): boolean {
  return state === "sending" || state === "unknown" || remoteId !== null || sentDigest !== null;
}

/** Null for a row that is to be no more: nothing of it ever stood there. */
function stateOf(content: Content, row: KeptWorklog | null): WorklogState | null {
  if (row?.state === "sending" || row?.state === "unknown") return row.state;
  if (content.digest === nothingDigest && (row === null || !mayStand(row))) {
    if (content.waiting > 0) return "held";
    return row !== null && (row.sentAt !== null || row.state === "done") ? "done" : null;
  }
  if (content.digest === row?.sentDigest && row.state !== "failed") return "done";
  if (content.barred !== null) return "held";
  return row?.state === "failed" && row.digest === content.digest ? "failed" : "due";
}

function whenOf(
  state: WorklogState,
  { row, content, how }: { readonly row: KeptWorklog | null; readonly content: Content; readonly how: Correcting },
): { readonly nextAt: Instant; readonly anew: boolean } {
  if (state !== "due") return { nextAt: row?.nextAt ?? 0, anew: false };
  if (row?.state !== "due") return { nextAt: how.dueAt, anew: true };
  const isSame = row.digest === content.digest;
  if (isSame) return { nextAt: row.nextAt, anew: false };
  return { nextAt: row.attempts === 0 ? Math.min(row.nextAt, how.dueAt) : how.dueAt, anew: true };
}

function isDifferent(change: WorklogChange, row: KeptWorklog): boolean {
  const names = ["minutes", "waiting", "held", "digest", "state", "nextAt"] as const;
  return names.some((name) => change[name] !== row[name]) || JSON.stringify(change.body) !== JSON.stringify(row.body);
}
