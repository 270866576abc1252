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
export function approvalRoutes(house: House): Hono {
  const desk = deskOf(house);
  const routes = new Hono();
  for (const add of [addTemplates, addViews, addBeginning, addDecisions, addChanges]) add(routes, house, desk);
  return routes;
}

type Desk = ReturnType<typeof deskOf>;

function deskOf({ ground, delivery, changed }: House) {
  const { world, clock, seed, approvals } = ground;
  const decide = (id: string, decision: Decision) => {
    try {
      return approvals.decide(id, decision);
    } catch (error) {
      throw new Problem(error instanceof Error ? error.message : String(error));
    }
  };
  const settle = (begun: Approval, verb: "agree" | "refuse") => {
    let approval = begun;
    while (approval.status === "RUNNING") {
      approval = decide(approval.id, { verb, by: waitingFor(approval)[0] ?? "", at: clock.now(), remark: null });
    }
    return approval;
  };
  return {
    decide,
    begin(draft: ApprovalDraft, asked: Asked) {
      const approval = draftedApproval(world, draft, { seed, now: clock.now() });
      approvals.begin(approval);
      return asked.decide === "agree" || asked.decide === "refuse" ? settle(approval, asked.decide) : approval;
    },
    known(id: string) {
      const approval = approvalCalled(id, ground);
      if (!approval) throw new Problem("no approval is called so", 404);
      return approval;
    },
    async told(approval: Approval) {
      await delivery.deliverDue();
      changed();
      return { approval: shown(approval) };
    },
    nextSupplyId: () => SUPPLY_IDS + world.journal.length + 1,
  };
}

function addTemplates(routes: Hono, { ground, changed }: House): void {
  const { world } = ground;
  routes.get("/approval-templates", (context) => context.json({ templates: world.templates }));
  routes.post("/approval-templates", async (context) => {
    const template = templateIn(await askedOf(context.req.raw), world.templates.length + 1);
    world.apply({ kind: "template", template });
    changed();
    return context.json({ template });
  });
}

function addViews(routes: Hono, { ground }: House, { known }: Desk): void {
  routes.get("/approvals", (context) => {
    const asked = context.req.query();
    const now = ground.clock.now();
    const from = asked.from === undefined ? now - SHOWN_BACK : instantIn(asked, "from");
    const found = approvalsBegun(ground, { from, to: now })
      .filter(
        ({ userId, status }) =>
          (!asked.userId || userId === asked.userId) && (!asked.status || status === asked.status),
      )
      .filter((approval) => !asked.kind || kindOf(approval) === asked.kind);
    return context.json({ approvals: found.map(shown) });
  });
  routes.get("/approvals/:id", (context) => context.json({ approval: shown(known(context.req.param("id"))) }));
}

function addBeginning(routes: Hono, { ground }: House, { begin, told, nextSupplyId }: Desk): void {
  const { world } = ground;
  routes.post("/approvals", async (context) => {
    const asked = await askedOf(context.req.raw);
    const userId = textIn(asked, "userId");
    if (!world.person(userId)) throw new Problem("nobody here is called so", 404);
    const kind = wordIn(asked, "kind", KINDS);
    const processCode = optionalText(asked, "processCode");
    if (kind === "custom" && !world.templates.some((one) => one.processCode === processCode && one.kind === "custom")) {
      throw new Problem("processCode is no form");
    }
    const content = contentIn(asked, kind, nextSupplyId());
    const steps = stepsIn(asked);
    const draft = { userId, content, ...(steps ? { steps } : {}), ...(processCode ? { processCode } : {}) };
    return context.json(await told(begin(draft, asked)));
  });
}

function addDecisions(routes: Hono, { ground }: House, { decide, known, told }: Desk): void {
  routes.post("/approvals/:id/:verb{approve|refuse|terminate|comment|redirect}", async (context) => {
    const asked = await askedOf(context.req.raw);
    const approval = known(context.req.param("id"));
    const word = context.req.param("verb");
    const isOwn = word === "terminate" || word === "comment";
    const by = optionalText(asked, "by") ?? (isOwn ? approval.userId : (waitingFor(approval)[0] ?? ""));
    const shared = { by, at: ground.clock.now(), remark: optionalText(asked, "remark") };
    const verb = Object.entries(VERBS).find(([name]) => name === word)?.[1];
    const decision: Decision = verb ? { verb, ...shared } : { verb: "redirect", to: textIn(asked, "to"), ...shared };
    return context.json(await told(decide(approval.id, decision)));
  });
}

/** Changing and revoking is asked for by a new instance that names the first one. */
function addChanges(routes: Hono, _house: House, { begin, known, told, nextSupplyId }: Desk): void {
  routes.post("/approvals/:id/:verb{modify|revoke}", async (context) => {
    const asked = await askedOf(context.req.raw);
    const before = known(context.req.param("id"));
    if (before.result !== "agree") throw new Problem("only what was approved can be changed or revoked");
    const isRevoke = context.req.param("verb") === "revoke";
    const { userId, processCode } = before;
    const content = isRevoke ? before.content : contentIn(asked, before.content.kind, nextSupplyId());
    const main = before.main ?? before.id;
    const action = isRevoke ? "REVOKE" : "MODIFY";
    return context.json(await told(begin({ userId, processCode, content, action, main }, asked)));
  });
}

function shown(approval: Approval): object {
  const { createdAt, finishedAt } = approval;
  const finished = finishedAt === null ? null : isoText(finishedAt);
  return { ...approval, createdAt: isoText(createdAt), finishedAt: finished, waitingFor: waitingFor(approval) };
}
