import { keepFindings, readSeenSteps, type StepFinding, takeTurn } from "@today/db/connection-check";
import { demandRole } from "../author.ts";
import { sleep } from "../clock.ts";
import { askAddress, askCredentials, askScopes } from "../connection/ask.ts";
import type { StepId } from "../connection/console-menu.ts";
import { broken, works } from "../connection/finding.ts";
import type { Context } from "../context.ts";
import type { Settings } from "../env.ts";
import { Refusal } from "../error.ts";

const pauseMs = 3000;
const patienceMs = 7000;

/**
 * Makes the harmless calls of one step, for an administrator, and keeps what they showed; refuses `check-too-soon` within three
 * seconds of the check before. Steps that DingTalk cannot be asked about are looked up in what has happened.
 */
export async function checkStep(ctx: Context, settings: Settings, step: StepId): Promise<void> {
  demandRole(ctx, "admin");
  const at = { companyId: ctx.company.id, at: ctx.now };
  if (!(await takeTurn(ctx.db, at, { step, pauseMs }))) throw new Refusal("check-too-soon");
  const findings = await Promise.race([ask(ctx, settings, step), runOutOfPatience(step)]);
  const statements = keepFindings(ctx.db, at, findings);
  if (statements.length > 0) await ctx.db.batch(statements);
}

async function ask(ctx: Context, settings: Settings, step: StepId): Promise<readonly StepFinding[]> {
  switch (step) {
    case "app": {
      const { agentId } = settings;
      return [agentId === null ? broken(step, "agent-id-missing") : works(step, { code: "agent-id", value: agentId })];
    }
    case "credentials":
      return askCredentials(ctx);
    case "scopes":
      return askScopes(ctx);
    case "address":
      return askAddress(ctx);
    case "home":
      return unlessSeen(ctx, step, "not-opened-yet");
    case "events":
      return unlessSeen(ctx, step, settings.callback === null ? "callback-keys-missing" : "no-push-yet");
    case "release":
      return unlessSeen(ctx, step, "nobody-came-yet");
  }
}

/** What only ordinary life can show: broken until it has. */
async function unlessSeen({ db, company }: Context, step: StepId, problem: string): Promise<StepFinding[]> {
  const seen = await readSeenSteps(db, company.id);
  return seen.some((one) => one.step === step && one.state === "ok") ? [] : [broken(step, problem)];
}

/** A page is waiting: what a job would try again for a minute is given up sooner. */
async function runOutOfPatience(step: StepId): Promise<StepFinding[]> {
  await sleep(patienceMs);
  return [broken(step, "timeout", { code: "timeout" })];
}
