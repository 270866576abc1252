import { ConnectorError } from "@today/connectors/error";
import { minuteMs } from "@today/core/time/minutes";
import { compareWorklogs } from "@today/core/worklog-comparison";
import { forgetSeen, readSeen } from "@today/db/worklog-comparison";
import { keepTakenAway, readSending, readStrayed, releaseMends, type TakenAway } from "@today/db/worklog-mending";
import { enqueue } from "../../commit.ts";
import { problemOf } from "../problem.ts";
import { type Comparing, lookOf, type Outcome } from "./comparing.ts";
import { type ComparePart, passWork, strayWork } from "./part.ts";
import { areNamed } from "./record.ts";

type MendPart = Extract<ComparePart, { readonly part: "strays" | "release" | "wait" }>;

type Strays = Extract<MendPart, { readonly part: "strays" }>;

const mostWaits = 5;
const mostTries = 5;

/** Does a part of a mending. Throws `ConnectorError`. */
export function mendStep(comparing: Comparing, part: MendPart): Promise<Outcome> {
  switch (part.part) {
    case "strays":
      return takeAway(comparing, part);
    case "release":
      return release(comparing);
    case "wait":
      return waitForSending(comparing);
  }
}

/** Takes away one worklog's records that are at the wrong place, too many, or not wanted; what it takes away is gone if this is done twice. */
async function takeAway(comparing: Comparing, { after, tries }: Strays): Promise<Outcome> {
  const { ctx, open, step, run } = comparing;
  const { worklogs } = open.session;
  // Ids are used again by some products: what was read a while ago may be somebody else's by now.
  if (run.attempts > 0 || ctx.now - run.touchedAt > minuteMs) {
    return { statements: [forgetSeen(ctx.db, step)], first: strayWork(after, tries + 1) };
  }
  const look = lookOf(comparing, "mends");
  const our = worklogs?.remove === undefined ? null : await readStrayed(ctx.db, look, after);
  if (our === null || worklogs?.remove === undefined) return {};
  const records = await readSeen(ctx.db, look, [our.marker]);
  const named = areNamed(open.abilities) ? our.remotePerson : null;
  const [row] = compareWorklogs([{ ...our, remotePerson: named }], records).rows;
  const taken: TakenAway[] = [];
  for (const record of records.filter(({ id }) => row?.strays.includes(id))) {
    const task = { projectId: record.remoteProject ?? "", taskId: record.remoteTask };
    const ended = await worklogs.remove({ id: record.id, task });
    if (ended.kind === "applied") taken.push({ outcome: "applied", problem: null });
    else if (tries >= mostTries) taken.push({ outcome: ended.kind, problem: "not-removed" });
    else if (ended.kind === "unknown") throw new ConnectorError({ kind: "timeout", code: ended.reason });
    else if (passing.includes(ended.error.kind)) throw ended.error;
    else taken.push({ outcome: "failed", problem: problemOf(ended.error) });
  }
  return {
    statements: taken.length === 0 ? [] : [keepTakenAway(ctx.db, step, { key: our.key, taken })],
    first: [{ part: "strays", after: our.key, tries }],
    counted: { removed: taken.filter(({ outcome }) => outcome === "applied").length },
  };
}

const passing: readonly string[] = ["busy", "throttled", "timeout", "credentials", "refused-host"];

async function release({ ctx, step }: Comparing): Promise<Outcome> {
  return { statements: [releaseMends(ctx.db, step), forgetSeen(ctx.db, step)] };
}

/** A minute, then longer; after some of that what was not sent is read back as it is. */
async function waitForSending(comparing: Comparing): Promise<Outcome> {
  const { ctx, run } = comparing;
  const { unsent, lastSentAt } = await readSending(ctx.db, lookOf(comparing, "mends"));
  if (unsent === 0 || run.attempts >= mostWaits) return { first: passWork("mends", lastSentAt + 1) };
  await enqueue(ctx, [{ kind: "push-worklogs", targetId: run.targetId }]);
  throw new ConnectorError({ kind: "busy", code: "still-sending" });
}
