import { DAY } from "../company/beijing.ts";
import type { ApiRoute, Ground } from "../wire/api.ts";
import type { Call } from "../wire/call.ts";
import { NewRefusal } from "../wire/refusal.ts";
import type { Approval } from "../world/approval.ts";
import { seededApproval, seededApprovals } from "../world/approval-seed.ts";
import type { FormItem, Template } from "../world/approval-template.ts";
import { instanceDetail } from "./approval-wire.ts";

const READ = { host: "new", token: "app", counted: true, scope: "Workflow.Instance.Read" } as const;
const FORM = { ...READ, scope: "Workflow.Form.Read" } as const;
const STATUSES = ["RUNNING", "TERMINATED", "COMPLETED"];
const MOST_IDS = 10_000;

export const approvalRoutes: readonly ApiRoute[] = [
  {
    ...READ,
    method: "GET",
    path: "/v1.0/workflow/processInstances",
    answer({ query }, ground) {
      const id = query.get("processInstanceId");
      if (!id) throw refused("invalidParameter", "缺少参数 processInstanceId");
      const approval = approvalCalled(id, ground);
      if (!approval) throw refused("processInstanceNotExist", "审批实例不存在");
      return { result: instanceDetail(approval, ground), success: success(ground) };
    },
  },
  {
    ...READ,
    method: "POST",
    path: "/v1.0/workflow/processes/instanceIds/query",
    answer(call, ground) {
      const ids = idsAsked(call, ground);
      const from = Number(call.body.nextToken);
      const size = Number(call.body.maxResults);
      const more = from + size < Math.min(ids.length, MOST_IDS);
      const list = ids.slice(from, from + size);
      return { result: { list, ...(more ? { nextToken: String(from + size) } : {}) }, success: success(ground) };
    },
  },
  {
    ...FORM,
    method: "GET",
    path: "/v1.0/workflow/processes/managements/templates",
    answer({ query }, { world }) {
      const person = world.person(query.get("userId") ?? "");
      if (!person) throw refused("invalidParameter", "userId 不合法");
      const seen = person.sysLevel === 0 ? [] : world.templates;
      return {
        result: seen.map(({ title, processCode, kind }) => ({
          flowTitle: title,
          processCode,
          attendanceType: kind === "supply" ? 1 : kind === "leave" ? 2 : 0,
          newProcess: true,
          iconName: "common",
          iconUrl: "",
          gmtModified: "2026-01-05T09:00Z",
        })),
      };
    },
  },
  {
    ...FORM,
    method: "GET",
    path: "/v1.0/workflow/forms/schemas/processCodes",
    answer({ query }, { world }) {
      const template = world.templates.find(({ processCode }) => processCode === query.get("processCode"));
      if (!template) throw refused("processCodeError", "流程编码不存在");
      return { result: schemaOf(template) };
    },
  },
];

/** An approval of the world or of its seed. */
export function approvalCalled(id: string, { world, clock }: Ground): Approval | null {
  return world.approval(id) ?? seededApproval(world, id, clock.now());
}

/** Every approval that was begun within a time, oldest first; with a form only those on it. */
export function approvalsBegun(
  { world, clock }: Ground,
  { from, to }: { from: number; to: number },
  processCode?: string,
): Approval[] {
  const kind = world.templates.find((template) => template.processCode === processCode)?.kind;
  const seeded = seededApprovals(world, { from, to, now: clock.now(), ...(kind ? { kind } : {}) });
  const own = world.approvals().filter(({ createdAt }) => createdAt >= from && createdAt <= to);
  return [...seeded, ...own]
    .filter((approval) => processCode === undefined || approval.processCode === processCode)
    .toSorted((a, b) => a.createdAt - b.createdAt);
}

function idsAsked({ body }: Call, ground: Ground): string[] {
  const { world, clock } = ground;
  if (!world.templates.some(({ processCode }) => processCode === body.processCode)) {
    throw refused("invalidProcessCode", "流程编码不存在");
  }
  const from = Number(body.startTime);
  const to = body.endTime === undefined ? clock.now() : Number(body.endTime);
  if (!(from > clock.now() - 365 * DAY)) throw refused("invalidInstanceListIdsStartTime", "开始时间不合法");
  if (!(to >= from && to - from <= 120 * DAY)) throw refused("invalidEndTime", "结束时间不合法");
  if (!Number.isInteger(Number(body.nextToken ?? "?"))) throw refused("invalidNextToken", "nextToken不合法");
  const size = Number(body.maxResults);
  if (!(size >= 1 && size <= 20)) throw refused("invalidMaxResults", "maxResults不合法");
  const users = textsIn(body.userIds);
  if (users && users.length > 10) throw refused("invalidUserIds", "userIds最多10个");
  const statuses = textsIn(body.statuses);
  if (statuses?.some((status) => !STATUSES.includes(status))) throw refused("invalidParameter", "statuses不合法");
  return approvalsBegun(ground, { from, to }, String(body.processCode))
    .filter(({ userId, status }) => (users?.includes(userId) ?? true) && (statuses?.includes(status) ?? true))
    .map(({ id }) => id);
}

function textsIn(value: unknown): string[] | null {
  return Array.isArray(value) && value.length > 0 ? value.map(String) : null;
}

function schemaOf({ title, processCode, items }: Template): object {
  return { name: title, processCode, schemaContent: { title, items: items.map(itemOf) } };
}

/** `options` of a select are JSON texts here; DingTalk has plain strings, too (attendance.md 11.3). */
function itemOf({ id, type, label, required, options, columns }: FormItem): object {
  const chosen = options?.map((value, index) => JSON.stringify({ value, key: `option_${index}` }));
  return {
    componentName: type,
    props: { id, label, required, ...(chosen ? { options: chosen } : {}) },
    ...(columns ? { children: columns.map(itemOf) } : {}),
  };
}

function success({ world }: Ground): boolean | string {
  return world.switches.successText ? "true" : true;
}

function refused(code: string, message: string): NewRefusal {
  return new NewRefusal(400, code, message);
}
