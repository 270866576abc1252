import { nextColor } from "@today/core/project";
import { chooseMark, draftProject, isEnough, type Misfit, type ProjectDraft } from "@today/core/project-draft";
import {
  archiveProject,
  budgetOf,
  changeApprovedProject,
  makeApprovedProject,
  readApprovedGround,
} from "@today/db/approved-project";
import type { Author } from "@today/db/history";
import { findProjectApproval, keepProjectApproval, type ProjectApproval } from "@today/db/project-approval";
import type { ProjectForm } from "@today/db/project-form";
import { type ApprovalInstance, readChain } from "@today/dingtalk/approval/instance";
import { authorOf, todayOf } from "../author.ts";
import type { Context } from "../context.ts";
import { readForm, type Said } from "./read-form.ts";

/** What an approval comes to: statements for one transaction, and how it stands then. */
export interface TakenApproval {
  readonly statements: readonly D1PreparedStatement[];
  readonly state: ProjectApproval["state"] | null;
}

/** The approval itself, what its last agreed version says, and whether it was cancelled. */
interface Chain {
  readonly main: ApprovalInstance;
  readonly said: Said;
  readonly isRevoked: boolean;
}

/**
 * Reads an approval with all that changes it, a call each, and says what is to be written: the project once it is agreed, its name and
 * budget when it was changed, its end when it was cancelled. Nothing of it depends on how often or in which order it is told.
 */
export async function takeProjectApproval(ctx: Context, form: ProjectForm, id: string): Promise<TakenApproval> {
  const instances = await readChain(ctx.dingtalk, id);
  const main = instances.find((one) => one.processInstanceId === one.mainInstanceId) ?? instances[0];
  if (main === undefined) return { statements: [], state: null };
  const agreed = instances.filter(({ state }) => state === "agreed");
  const last = agreed.findLast(({ action }) => action !== "revoke") ?? main;
  const isRevoked = agreed.some(({ action }) => action === "revoke");
  return settle(ctx, form, { main, said: readForm(last, form.fields), isRevoked });
}

async function settle(ctx: Context, form: ProjectForm, chain: Chain): Promise<TakenApproval> {
  const { db, company, now } = ctx;
  const { main, said, isRevoked } = chain;
  const known = await findProjectApproval(db, company.id, main.processInstanceId);
  const { draft, misfits } = draftProject(said, main.originatorUserId);
  const keep = (state: ProjectApproval["state"], odd: readonly Misfit[], projectId: string | null) =>
    keepProjectApproval(
      db,
      { companyId: company.id, at: now },
      { ...recordOf(form, chain), state, misfits: odd, projectId },
    );
  const author: Author = { ...authorOf(ctx), person: main.originatorUserId, channel: "dingtalk" };
  const made = known?.projectId ?? null;
  if (isRevoked) {
    const archived = made === null ? [] : archiveProject(db, author, made);
    return { statements: [...archived, keep(made === null ? "ended" : "archived", [], made)], state: "archived" };
  }
  if (main.state === "running") return { statements: [keep("running", [], null)], state: "running" };
  if (main.state !== "agreed") return { statements: [keep("ended", [], null)], state: "ended" };
  if (known?.state === "dismissed") return { statements: [], state: "dismissed" };
  if (made !== null)
    return {
      statements: [...changed(ctx, author, { id: made, draft, misfits }), keep("made", misfits, made)],
      state: "made",
    };
  const found = await ground(ctx, main, draft);
  const odd = [...misfits, ...obstaclesOf(found, { said, draft, misfits })];
  if (!isEnough(odd)) return { statements: [keep("misfit", odd, null)], state: "misfit" };
  const project = {
    ...{ id: found.id, code: found.code, name: draft.name, shortName: draft.shortName },
    ...{ startsOn: draft.startsOn, closedOn: null, color: nextColor(found.count) },
    mark: chooseMark([draft.shortName, draft.name, found.code], new Set(found.marks)),
  };
  const statements = makeApprovedProject(db, author, { project, draft });
  return { statements: [...statements, keep("made", odd, project.id)], state: "made" };
}

/** What a changed approval says differently; by hand nothing is undone that the form is silent about. */
function changed(
  { db }: Context,
  author: Author,
  { id, draft, misfits }: { readonly id: string; readonly draft: ProjectDraft; readonly misfits: readonly Misfit[] },
): D1PreparedStatement[] {
  const named = misfits.some(({ field }) => field === "name") ? [] : changeApprovedProject(db, author, { id, draft });
  return [...named, ...budgetOf(db, author, { id, draft })];
}

async function ground(ctx: Context, main: ApprovalInstance, draft: ProjectDraft) {
  const id = `approval-${main.processInstanceId}`.slice(0, 64);
  const code = draft.code ?? main.businessId ?? main.processInstanceId.slice(-12);
  const wish = { id, code, owner: draft.owner ?? "", today: todayOf(ctx) };
  return { id, code, ...(await readApprovedGround(ctx.db, ctx.company.id, wish)) };
}

function obstaclesOf(
  { codeTaken, ownerKnown, code }: { readonly codeTaken: boolean; readonly ownerKnown: boolean; readonly code: string },
  { said, draft, misfits }: { readonly said: Said; readonly draft: ProjectDraft; readonly misfits: readonly Misfit[] },
): Misfit[] {
  const isTold = misfits.some(({ field }) => field === "owner");
  const owner = {
    field: "owner",
    label: said.owner?.label ?? "",
    said: said.owner?.text ?? draft.owner ?? "",
  } as const;
  return [
    ...(codeTaken ? [{ field: "code", label: said.code?.label ?? "", said: code, reason: "code-taken" } as const] : []),
    ...(ownerKnown || isTold ? [] : [{ ...owner, reason: "unknown-person" } as const]),
  ];
}

function recordOf(form: ProjectForm, { main, said }: Chain) {
  return {
    id: main.processInstanceId,
    processCode: form.processCode,
    originator: main.originatorUserId,
    beganAt: main.createdAt,
    said: Object.entries(said).map(([field, { label, text }]) => ({
      ...{ field: field as keyof Said, label, text: text ?? "" },
    })),
  };
}
