import { SECOND } from "../company/beijing.ts";
import type { ApiRoute, Ground } from "../wire/api.ts";
import type { Call } from "../wire/call.ts";
import { NewRefusal } from "../wire/refusal.ts";
import type { ApprovalStep } from "../world/approval.ts";
import { draftedApproval } from "../world/approval-begin.ts";

const WRITE = { method: "POST", host: "new", token: "app", counted: true, scope: "Workflow.Instance.Write" } as const;
const MOST_COMPONENTS = 150;
const MOST_APPROVERS = 20;
const TOO_YOUNG = 15 * SECOND;
const MODES = ["AND", "OR", "NONE"] as const;

/** Approvals that the app itself starts and withdraws; those of attendance's own suites cannot be started so. */
export const approvalStartRoutes: readonly ApiRoute[] = [
  {
    ...WRITE,
    path: "/v1.0/workflow/processInstances",
    answer(call, ground) {
      const { world, clock, seed } = ground;
      const { body } = call;
      const { processCode } = templateAsked(call, ground);
      const steps = stepsIn(body.approvers);
      const userId = String(body.originatorUserId ?? "");
      if (!world.person(userId)) throw refused("processInstanceInvalidParameter", "发起人不存在");
      if (steps === null && body.deptId === undefined) throw refused("invalidParameter", "缺少参数 deptId");
      const department = Number(body.deptId ?? -1);
      const approval = draftedApproval(
        world,
        {
          userId,
          processCode,
          content: { kind: "custom", values: valuesIn(call, ground) },
          ...(department > 1 ? { departmentId: department } : { departmentId: 1 }),
          ...(steps ? { steps, cc: textsIn(body.ccList) } : {}),
          byApi: steps !== null,
        },
        { seed, now: clock.now() },
      );
      ground.approvals.begin(approval);
      return { instanceId: approval.id };
    },
  },
  {
    ...WRITE,
    path: "/v1.0/workflow/processInstances/terminate",
    answer({ body }, { world, clock, approvals }) {
      const approval = world.approval(String(body.processInstanceId ?? ""));
      if (!approval) throw refused("processInstanceNotExist", "审批实例不存在");
      const by = String(body.operatingUserId ?? approval.userId);
      if (body.isSystem !== true && by !== approval.userId) throw refused("invalidParameter", "只有发起人可以撤销");
      const now = clock.now();
      if (approval.status !== "RUNNING") throw refused("processInstanceTerminateFailed", "审批已结束");
      if (now - approval.createdAt < TOO_YOUNG) throw refused("processInstanceTerminateFailed", "发起15秒内不能撤销");
      const remark = typeof body.remark === "string" ? body.remark : null;
      approvals.decide(approval.id, { verb: "terminate", by, at: now, remark });
      return { result: true, success: true };
    },
  },
];

function templateAsked({ body }: Call, { world }: Ground) {
  const template = world.templates.find(({ processCode }) => processCode === body.processCode);
  if (!template) throw refused("processCodeError", "流程编码不存在");
  if (template.kind !== "custom") throw refused("illegalComponent", "套件不支持通过接口发起");
  return template;
}

/** The values by label; every label must be one of the form's, every required one there. */
function valuesIn(call: Call, ground: Ground): Record<string, unknown> {
  const { items } = templateAsked(call, ground);
  const given = call.body.formComponentValues;
  if (!Array.isArray(given) || given.length > MOST_COMPONENTS) throw refused("invalidParameter", "表单参数不合法");
  const values = Object.fromEntries(
    given.map((component): [string, unknown] => [String(Object(component).name), Object(component).value]),
  );
  const unknown = Object.keys(values).find((name) => !items.some(({ label }) => label === name));
  if (unknown !== undefined) throw refused("formConverterError", `表单没有控件 ${unknown}`);
  const missing = items.find(({ required, label }) => required && !values[label]);
  if (missing) throw refused("processInstanceInvalidParameter", `必填控件 ${missing.label} 没有值`);
  return values;
}

function stepsIn(value: unknown): ApprovalStep[] | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const steps = value.map((step) => {
    const { actionType, userIds } = Object(step);
    const mode = MODES.find((known) => known === actionType);
    if (!mode || !Array.isArray(userIds) || userIds.length === 0) throw refused("invalidParameter", "approvers不合法");
    return { mode, userIds: userIds.map(String) };
  });
  if (steps.length > MOST_APPROVERS) throw refused("invalidParameter", "approvers最多20个");
  return steps;
}

function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function refused(code: string, message: string): NewRefusal {
  return new NewRefusal(400, code, message);
}
