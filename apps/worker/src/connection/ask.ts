import type { StepDetail, StepFinding } from "@today/db/connection-check";
import { openTokens } from "@today/db/token";
import { DingTalkError } from "@today/dingtalk/error";
import { probeApp, probeOldHost, scopeProbes, tokenPath } from "@today/dingtalk/probe";
import type { Context } from "../context.ts";
import { blame, broken, problemOf, works } from "./finding.ts";

/** Fetches a token anew, and sees with it whether anything answers. */
export async function askCredentials(ctx: Context): Promise<StepFinding[]> {
  const tokens = openTokens(ctx.db, ctx.company.id);
  const kept = await tokens.get();
  if (kept !== null) await tokens.drop(kept.value);
  try {
    await probeApp(ctx.dingtalk);
  } catch (error) {
    const isToken = error instanceof DingTalkError && error.path === tokenPath;
    const isRefused = error instanceof DingTalkError && error.kind === "credentials";
    if (isToken || isRefused) return blame("credentials", error);
    return [works("credentials", { code: "token" }), ...blame("credentials", error).filter(isOfAnother)];
  }
  return [works("credentials", { code: "token" })];
}

function isOfAnother({ step }: StepFinding): boolean {
  return step !== "credentials";
}

/** Asks both hosts; any answer but a refused address shows that calls pass. */
export async function askAddress(ctx: Context): Promise<StepFinding[]> {
  for (const probe of [probeOldHost, probeApp]) {
    try {
      await probe(ctx.dingtalk);
    } catch (error) {
      const passed = error instanceof DingTalkError && ["permission", "not-found"].includes(error.kind);
      if (!passed) return blame("address", error);
    }
  }
  return [works("address", { code: "passed" })];
}

/** Makes one call a permission, the one that costs last, and names those that are missing. */
export async function askScopes(ctx: Context): Promise<StepFinding[]> {
  const { dingtalk, actor, now } = ctx;
  const missing: string[] = [];
  let detail: StepDetail = {};
  for (const { scope, ask } of scopeProbes) {
    try {
      await ask(dingtalk, { userId: actor.id, now });
    } catch (error) {
      const { problem, detail: told } = problemOf(error);
      if (problem === "not-found") continue;
      if (problem !== "permission") return blame("scopes", error);
      missing.push(...(told.missing?.length ? told.missing : [scope]));
      detail = told;
    }
  }
  const of = scopeProbes.length;
  if (missing.length === 0) return [works("scopes", { code: "scopes", had: of, of })];
  const had = Math.max(0, of - missing.length);
  const names = [...new Set(missing)];
  return [{ ...broken("scopes", "permission", { ...detail, missing: names }), proof: { code: "scopes", had, of } }];
}
