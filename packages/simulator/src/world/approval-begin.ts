import { between, drawFrom } from "../company/random.ts";
import { type Approval, type ApprovalContent, type ApprovalStep, begun } from "./approval.ts";
import { businessIdOf } from "./approval-seed.ts";
import { type Template, templateOf } from "./approval-template.ts";
import type { World } from "./world.ts";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** What somebody asks for. Without steps their manager decides. */
export interface ApprovalDraft {
  readonly userId: string;
  readonly content: ApprovalContent;
  /** Of a custom form. */
  readonly processCode?: string;
  readonly departmentId?: number;
  readonly steps?: readonly ApprovalStep[];
  readonly cc?: readonly string[];
  readonly byApi?: boolean;
  readonly action?: Approval["action"];
  readonly main?: string;
}

/** A new approval with an id of its own, not yet part of the world. Throws when nobody or no form is called so. */
export function draftedApproval(
  world: World,
  draft: ApprovalDraft,
  { seed, now }: { seed: number; now: number },
): Approval {
  const person = world.person(draft.userId);
  const template = templateFor(world, draft);
  if (!person || !template) throw new Error("nobody or no form is called so");
  const number = world.approvals().length + 1;
  return begun({
    id: instanceId(seed, number, now),
    number,
    businessId: businessIdOf(number, now),
    processCode: template.processCode,
    title: `${person.name}提交的${template.title}`,
    userId: person.userId,
    departmentId: draft.departmentId ?? person.departmentIds[0] ?? 1,
    content: draft.content,
    steps: draft.steps ?? [{ mode: "NONE", userIds: [person.manager ?? person.userId] }],
    byApi: draft.byApi ?? false,
    cc: draft.cc ?? [],
    action: draft.action ?? "NONE",
    main: draft.main ?? null,
    createdAt: now,
  });
}

function templateFor(world: World, { content, processCode }: ApprovalDraft): Template | undefined {
  if (content.kind !== "custom") return templateOf(content.kind);
  return world.templates.find((template) => template.processCode === processCode);
}

/** Twenty-two letters and digits, four digits, and the epoch second. */
function instanceId(seed: number, number: number, now: number): string {
  const draw = drawFrom(seed, number, 14);
  const letters = Array.from({ length: 22 }, () => LETTERS[between(draw, 0, LETTERS.length - 1)]).join("");
  return `${letters}0756${Math.floor(now / 1000)}`;
}
