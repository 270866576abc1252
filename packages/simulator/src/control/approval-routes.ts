import { Hono } from "hono";
import { isoText } from "../company/beijing.ts";
import type { House } from "../house.ts";
import { approvalCalled, approvalsBegun } from "../routes/approval.ts";
import { type Approval, type Decision, kindOf, waitingFor } from "../world/approval.ts";
import { type ApprovalDraft, draftedApproval } from "../world/approval-begin.ts";
import { contentIn, stepsIn, templateIn } from "./approval-asked.ts";
import { type Asked, askedOf, instantIn, optionalText, Problem, textIn, wordIn } from "./asked.ts";

const KINDS = ["leave", "overtime", "trip", "outing", "supply", "custom"] as const;
const VERBS = { approve: "agree", refuse: "refuse", terminate: "terminate", comment: "comment" } as const;
const SUPPLY_IDS = 99_700_000_000;
const SHOWN_BACK = 120 * 86_400_000;

/** People ask, and others decide. */
export function approvalRoutes({ ground, delivery, changed }: House): Hono {
  const { world, clock, seed, approvals } = ground;
  const routes = new Hono();
  const now = () => clock.now();
  const told = async (approval: Approval) => {
    await delivery.deliverDue();
    changed();
    return { approval: shown(approval) };
  };
  const begin = (draft: ApprovalDraft, asked: Asked) => {
    const approval = draftedApproval(world, draft, { seed, now: now() });
    approvals.begin(approval);
    return asked.decide === "agree" || asked.decide === "refuse" ? settle(approval, asked.decide) : approval;
  };
  const settle = (begun: Approval, verb: "agree" | "refuse") => {
    let approval = begun;
    while (approval.status === "RUNNING") {
      approval = decide(approval.id, { verb, by: waitingFor(approval)[0] ?? "", at: now(), remark: null });
    }
    return approval;
  };
  const decide = (id: string, decision: Decision) => {
    try {
      return approvals.decide(id, decision);
    } catch (error) {
      throw new Problem(error instanceof Error ? error.message : String(error));
    }
  };
  const known = (id: string) => {
    const approval = approvalCalled(id, ground);
    if (!approval) throw new Problem("no approval is called so", 404);
    return approval;
  };

  routes.get("/approval-templates", (context) => context.json({ templates: world.templates }));
  routes.post("/approval-templates", async (context) => {
    const template = templateIn(await askedOf(context.req.raw), world.templates.length + 1);
    world.apply({ kind: "template", template });
    changed();
    return context.json({ template });
  });

  routes.get("/approvals", (context) => {
    const { userId, kind, status } = context.req.query();
    const from = context.req.query("from") === undefined ? now() - SHOWN_BACK : instantIn(context.req.query(), "from");
    const found = approvalsBegun(ground, { from, to: now() }).filter(
      (one) =>
        (!userId || one.userId === userId) && (!kind || kindOf(one) === kind) && (!status || one.status === status),
    );
    return context.json({ approvals: found.map(shown) });
  });
  routes.get("/approvals/:id", (context) => context.json({ approval: shown(known(context.req.param("id"))) }));

  routes.post("/approvals", async (context) => {
    const asked = await askedOf(context.req.raw);
    const userId = textIn(asked, "userId");
    if (!world.person(userId)) throw new Problem("nobody here is called so", 404);
    const kind = wordIn(asked, "kind", KINDS);
    const processCode = optionalText(asked, "processCode");
    if (kind === "custom" && !world.templates.some((one) => one.processCode === processCode && one.kind === "custom")) {
      throw new Problem("processCode is no form");
    }
    const content = contentIn(asked, kind, SUPPLY_IDS + world.journal.length + 1);
    const steps = stepsIn(asked);
    const draft = { userId, content, ...(steps ? { steps } : {}), ...(processCode ? { processCode } : {}) };
    return context.json(await told(begin(draft, asked)));
  });

  routes.post("/approvals/:id/:verb{approve|refuse|terminate|comment|redirect}", async (context) => {
    const asked = await askedOf(context.req.raw);
    const approval = known(context.req.param("id"));
    const word = context.req.param("verb");
    const isOwn = word === "terminate" || word === "comment";
    const by = optionalText(asked, "by") ?? (isOwn ? approval.userId : (waitingFor(approval)[0] ?? ""));
    const shared = { by, at: now(), remark: optionalText(asked, "remark") };
    const verb = Object.entries(VERBS).find(([name]) => name === word)?.[1];
    const decision: Decision = verb ? { verb, ...shared } : { verb: "redirect", to: textIn(asked, "to"), ...shared };
    return context.json(await told(decide(approval.id, decision)));
  });

  routes.post("/approvals/:id/:verb{modify|revoke}", async (context) => {
    const asked = await askedOf(context.req.raw);
    const before = known(context.req.param("id"));
    if (before.result !== "agree") throw new Problem("only what was approved can be changed or revoked");
    const isRevoke = context.req.param("verb") === "revoke";
    const { userId, content, processCode } = before;
    const changed = isRevoke ? content : contentIn(asked, content.kind, SUPPLY_IDS + world.journal.length + 1);
    const main = before.main ?? before.id;
    const action = isRevoke ? "REVOKE" : "MODIFY";
    return context.json(await told(begin({ userId, processCode, content: changed, action, main }, asked)));
  });
  return routes;
}

function shown(approval: Approval): object {
  const { createdAt, finishedAt } = approval;
  const finished = finishedAt === null ? null : isoText(finishedAt);
  return { ...approval, createdAt: isoText(createdAt), finishedAt: finished, waitingFor: waitingFor(approval) };
}
