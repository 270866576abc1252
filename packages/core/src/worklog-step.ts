import type { Minutes } from "./time/minutes.ts";

/** How hours that stand somewhere are put right: in the record itself, or only by a further one. */
export type Correction = "amend" | "add";

/** A record of ours as the far side tells it. */
export interface FoundRecord {
  readonly id: string;
  readonly minutes: Minutes;
}

/** What is to be there of a worklog and what is there as far as we know. */
export interface Standing {
  readonly minutes: Minutes;
  readonly digest: string;
  readonly remoteId: string | null;
  readonly sentMinutes: Minutes;
  /** Of what is there; null when nothing is. One that begins with `?` was sent, or something was, and nobody knows how it ended. */
  readonly sentDigest: string | null;
  /** Whether there is nothing of ours that we do not know of. */
  readonly isSure: boolean;
  /** Records that stand there beside the one that stays. */
  readonly extra: readonly string[];
}

/** The one call that comes next; `end` makes none, `impossible` means that the product cannot take hours back. */
export type WorklogAct =
  | { readonly kind: "find" | "end" | "impossible" }
  | { readonly kind: "create"; readonly minutes: Minutes }
  | { readonly kind: "change" | "remove"; readonly id: string };

/** A digest that was sent without knowing how it ended; never equal to one that stands. */
export function unsureOf(digest: string): string {
  return `?${digest}`;
}

function isUnsure(digest: string | null): boolean {
  return digest?.startsWith("?") === true;
}

/** What is known of a worklog before the first call. */
export function standingOf(log: Omit<Standing, "isSure" | "extra">, correction: Correction): Standing {
  const { remoteId, sentDigest } = log;
  // A change or removal without an answer is simply made again; a record without one could be written twice.
  const isSure = correction === "amend" ? remoteId !== null || sentDigest === null : !isUnsure(sentDigest);
  return { ...log, isSure, extra: [] };
}

/** What to do next so that what is to be there is there, once. */
export function nextAct(log: Standing, correction: Correction): WorklogAct {
  if (!log.isSure) return { kind: "find" };
  return correction === "amend" ? amendment(log) : addition(log);
}

function amendment(log: Standing): WorklogAct {
  const [double] = log.extra;
  if (double !== undefined) return { kind: "remove", id: double };
  if (log.remoteId === null) return log.minutes > 0 ? { kind: "create", minutes: log.minutes } : { kind: "end" };
  if (log.minutes === 0) return { kind: "remove", id: log.remoteId };
  return log.sentDigest === log.digest ? { kind: "end" } : { kind: "change", id: log.remoteId };
}

function addition(log: Standing): WorklogAct {
  const missing = log.minutes - log.sentMinutes;
  if (missing < 0) return { kind: "impossible" };
  return missing > 0 ? { kind: "create", minutes: missing } : { kind: "end" };
}

/** What is known after a call that was done; `id` is that of a new record. */
export function afterApplied(log: Standing, act: WorklogAct, id: string, correction: Correction): Standing {
  if (act.kind === "create") {
    const sentMinutes = correction === "amend" ? act.minutes : log.sentMinutes + act.minutes;
    return { ...log, remoteId: id, sentMinutes, sentDigest: log.digest };
  }
  if (act.kind === "change") return { ...log, sentMinutes: log.minutes, sentDigest: log.digest };
  if (act.kind !== "remove") return log;
  if (log.extra.includes(act.id)) return { ...log, extra: log.extra.filter((one) => one !== act.id) };
  return { ...log, remoteId: null, sentMinutes: 0, sentDigest: null };
}

/** What is known after looking: of several records the one that fits best stays. */
export function afterFind(log: Standing, found: readonly FoundRecord[], correction: Correction): Standing {
  const sure = { ...log, isSure: true };
  if (correction === "add") return afterFindingMore(sure, found);
  const kept = found.find((one) => one.minutes === log.minutes) ?? found[0];
  if (kept === undefined) return { ...sure, remoteId: null, sentMinutes: 0, sentDigest: null };
  const isAsSent = kept.minutes === log.minutes && log.sentDigest === unsureOf(log.digest);
  return {
    ...sure,
    remoteId: kept.id,
    sentMinutes: kept.minutes,
    sentDigest: isAsSent ? log.digest : unsureOf(""),
    extra: found.filter((one) => one !== kept).map((one) => one.id),
  };
}

/** All records of the marker are ours, one after another. */
function afterFindingMore(log: Standing, found: readonly FoundRecord[]): Standing {
  const sentMinutes = found.reduce((sum, one) => sum + one.minutes, 0);
  return { ...log, remoteId: found[0]?.id ?? null, sentMinutes, sentDigest: found.length === 0 ? null : unsureOf("") };
}

/** What is known after a write of which nobody knows how it ended. */
export function afterUnknown(log: Standing, act: WorklogAct): Standing {
  const sentDigest = unsureOf(act.kind === "create" ? log.digest : "");
  const isDouble = act.kind === "remove" && log.extra.includes(act.id);
  if (act.kind === "create" || isDouble) return { ...log, sentDigest, isSure: false };
  return { ...log, sentDigest };
}

/** What is kept of it in the row: whoever takes it up next looks first where this one was not sure. */
export function keptOf(
  log: Standing,
  correction: Correction,
): Pick<Standing, "remoteId" | "sentMinutes" | "sentDigest"> {
  const { remoteId, sentMinutes, sentDigest } = log;
  if (correction === "add" && log.isSure && sentMinutes === log.minutes) {
    return { remoteId, sentMinutes, sentDigest: sentMinutes === 0 ? null : log.digest };
  }
  if (log.isSure && log.extra.length === 0) return { remoteId, sentMinutes, sentDigest };
  return { remoteId: correction === "amend" ? null : remoteId, sentMinutes, sentDigest: sentDigest ?? unsureOf("") };
}
