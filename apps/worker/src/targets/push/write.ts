import type { WorklogFact, Worklogs, Written } from "@today/connectors/connector";
import { ConnectorError } from "@today/connectors/error";
import type { Instant } from "@today/core/time/minutes";
import type { WorklogBody } from "@today/core/worklog-note";
import { type CallFailure, type Consequence, consequenceOf, failureOfReason } from "@today/core/worklog-retry";
import {
  afterApplied,
  afterFind,
  afterUnknown,
  type Correction,
  type FoundRecord,
  keptOf,
  nextAct,
  type Standing,
  standingOf,
  unsureOf,
  type WorklogAct,
} from "@today/core/worklog-step";
import type { ClaimedWorklog, WorklogCall, WorklogEnd } from "@today/db/worklog-push";
import type { Pace } from "./pace.ts";

/** What one writer works with. */
export interface Writing {
  readonly worklogs: Worklogs;
  readonly correction: Correction;
  readonly now: () => Instant;
  /** Waits until a call about a task may be made. */
  readonly pace: Pace;
}

/** How a worklog ended, and what that says of the whole target; null when nothing. */
export interface WorklogOutcome {
  readonly end: WorklogEnd;
  readonly news: Pick<Consequence, "quietUntil" | "stops"> | null;
}

type Answer = Written<{ readonly id: string }> | { readonly kind: "found"; readonly records: readonly FoundRecord[] };

const mostCalls = 40;

/** Brings one worklog to stand as it should, by as few calls as that takes, or tells why it does not. Throws nothing. */
export async function writeWorklog(writing: Writing, log: ClaimedWorklog): Promise<WorklogOutcome> {
  const { correction } = writing;
  const calls: WorklogCall[] = [];
  let standing = standingOf(log, correction);
  while (calls.length < mostCalls) {
    const act = nextAct(standing, correction);
    if (act.kind === "end") return ended(log, { standing, correction, calls }, done);
    if (act.kind === "impossible") return ended(log, { standing, correction, calls }, impossible);
    const fact = factOf(log, act);
    const answer = await ask(writing, act, fact);
    calls.push({ at: writing.now(), minutes: act.kind === "remove" ? 0 : fact.minutes, ...toldOf(answer, act) });
    if (answer.kind === "failed" && answer.error.kind === "gone") {
      standing = { ...standing, remoteId: null, sentMinutes: 0, sentDigest: unsureOf(""), isSure: false };
      continue;
    }
    if (answer.kind === "unknown" || answer.kind === "failed") {
      const left = answer.kind === "unknown" ? afterUnknown(standing, act) : standing;
      return ended(log, { standing: left, correction, calls }, failing(log, answer, writing.now()));
    }
    standing =
      answer.kind === "found"
        ? afterFind(standing, answer.records, correction)
        : afterApplied(standing, act, answer.ref.id, correction);
  }
  return ended(log, { standing, correction, calls }, failing(log, endless, writing.now()));
}

/** A worklog that was taken and not begun, as it was. */
export function handBack(log: ClaimedWorklog, correction: Correction): WorklogEnd {
  const { isSure } = standingOf(log, correction);
  const { key, sendingAt, digest, remoteId, sentMinutes, sentDigest } = log;
  return {
    ...{ key, sendingAt, digest, remoteId, sentMinutes, sentDigest, state: isSure ? "due" : "unknown" },
    ...{ problem: null, field: null, attempts: log.attempts - 1, nextAt: sendingAt, sentAt: null, calls: [] },
  };
}

const endless = { kind: "unknown", reason: "endless" } as const;

interface Ending {
  readonly state: WorklogEnd["state"] | "again";
  readonly problem: string | null;
  readonly field: string | null;
  readonly attempts: number;
  readonly nextAt: Instant;
  readonly news: WorklogOutcome["news"];
}

const done: Ending = { state: "done", problem: null, field: null, attempts: 0, nextAt: 0, news: null };
const impossible: Ending = { ...done, state: "failed", problem: "correction-impossible" };

interface Ended {
  readonly standing: Standing;
  readonly correction: Correction;
  readonly calls: readonly WorklogCall[];
}

function ended(log: ClaimedWorklog, { standing, correction, calls }: Ended, ending: Ending): WorklogOutcome {
  const { news, ...how } = ending;
  const { key, sendingAt, digest } = log;
  const kept = keptOf(standing, correction);
  const unclear = kept.sentDigest?.startsWith("?") === true;
  const state = how.state === "again" ? (unclear ? "unknown" : "due") : how.state;
  const isWritten = calls.some(({ act, outcome }) => act !== "find" && outcome === "applied");
  const sentAt = isWritten ? (calls.at(-1)?.at ?? null) : null;
  return { end: { key, sendingAt, digest, ...kept, ...how, state, sentAt, calls }, news };
}

function failing(log: ClaimedWorklog, answer: Extract<Answer, { kind: "unknown" | "failed" }>, now: Instant): Ending {
  const failure: CallFailure = answer.kind === "failed" ? answer.error : failureOfReason(answer.reason);
  const then = consequenceOf(failure, { attempts: log.attempts, now, chance: Math.random() });
  const field = answer.kind === "failed" ? answer.error.field : null;
  const problem = answer.kind === "unknown" && then.isFinal ? "outcome-unknown" : problemOf(failure);
  return {
    ...{ state: then.isFinal ? "failed" : "again", problem, field, nextAt: then.nextAt },
    attempts: then.counts ? log.attempts : log.attempts - 1,
    news: then.quietUntil > 0 || then.stops !== null ? then : null,
  };
}

/** A word of ours where the code is one, `person-unknown`; of a bare status its kind, `invalid`. */
function problemOf({ kind, code }: CallFailure): string {
  return /^[a-z]/.test(code) ? code : kind;
}

async function ask({ worklogs, pace }: Writing, act: WorklogAct, fact: WorklogFact): Promise<Answer> {
  try {
    await pace(fact.task.taskId ?? fact.task.projectId);
    if (act.kind === "find") {
      const found = await worklogs.find(fact);
      return { kind: "found", records: found.map(({ ref, minutes }) => ({ id: ref.id, minutes })) };
    }
    return await write(worklogs, act, fact);
  } catch (error) {
    if (error instanceof ConnectorError) return { kind: "failed", error };
    console.error(`push-worklogs: ${error instanceof Error ? error.name : "failed"}`);
    return { kind: "unknown", reason: "internal" };
  }
}

async function write(worklogs: Worklogs, act: WorklogAct, fact: WorklogFact): Promise<Answer> {
  if (act.kind === "create") return worklogs.create(fact);
  const ref = { id: "id" in act ? act.id : "", task: fact.task };
  const answer = act.kind === "change" ? worklogs.change?.(ref, fact) : worklogs.remove?.(ref);
  return (await answer) ?? { kind: "failed", error: new ConnectorError({ kind: "invalid", code: "not-possible" }) };
}

function factOf(log: ClaimedWorklog, act: WorklogAct): WorklogFact {
  const body: WorklogBody = JSON.parse(log.body);
  return {
    ...{ key: log.key, marker: log.marker, personRemoteId: log.remotePerson, personName: body.personName },
    ...{ task: { projectId: log.remoteProject ?? "", taskId: log.remoteTask }, date: log.date, note: body.note },
    minutes: act.kind === "create" ? act.minutes : log.minutes,
    ...(body.start === undefined ? {} : { start: body.start }),
    ...(body.extra === undefined ? {} : { extra: body.extra }),
  };
}

function toldOf(answer: Answer, act: WorklogAct): Pick<WorklogCall, "act" | "outcome" | "problem"> {
  const kind = act.kind === "end" || act.kind === "impossible" ? "find" : act.kind;
  if (answer.kind === "failed") return { act: kind, outcome: "failed", problem: problemOf(answer.error) };
  if (answer.kind === "unknown") return { act: kind, outcome: "unknown", problem: answer.reason };
  return { act: kind, outcome: "applied", problem: null };
}
