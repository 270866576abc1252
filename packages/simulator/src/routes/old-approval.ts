import { DAY, wallText } from "../company/beijing.ts";
import { type ApiRoute, countedTop, type Ground } from "../wire/api.ts";
import { commaList, numberOf, numberOr, textOf } from "../wire/call.ts";
import { OldRefusal } from "../wire/refusal.ts";
import type { Approval, ApprovalTask } from "../world/approval.ts";
import { approvalCalled, approvalsBegun } from "./approval.ts";
import { formOf } from "./approval-form.ts";
import { activityOf, attachedTo, departmentId, departmentName, operationsOf } from "./approval-wire.ts";

const SCOPE = "qyapi_aflow";

/** The approval API of before, which new apps can no longer get the permission for (attendance.md 11.7). */
export const oldApprovalRoutes: readonly ApiRoute[] = [
  countedTop("processinstance/get", SCOPE, (call, ground) => {
    permitted(ground);
    const approval = approvalCalled(textOf(call, "process_instance_id"), ground);
    if (!approval) throw new OldRefusal(820001, "审批实例不存在");
    return { process_instance: oldDetail(approval, ground) };
  }),
  countedTop("processinstance/listids", SCOPE, (call, ground) => {
    permitted(ground);
    const code = textOf(call, "process_code");
    if (!ground.world.templates.some(({ processCode }) => processCode === code)) {
      throw new OldRefusal(810002, "流程编码不存在");
    }
    const from = numberOf(call, "start_time");
    const to = numberOr(call, "end_time", ground.clock.now());
    const cursor = numberOr(call, "cursor", 0);
    const size = numberOr(call, "size", 10);
    if (to - from > 120 * DAY) throw new OldRefusal(41041, "时间跨度太大");
    if (size < 1 || size > 20) throw new OldRefusal(40069, "不合法的分页大小");
    const users = call.body.userid_list === undefined ? null : commaList(call, "userid_list", 10);
    const ids = approvalsBegun(ground, { from, to }, code)
      .filter(({ userId }) => users?.includes(userId) ?? true)
      .map(({ id }) => id);
    const next = cursor + size;
    return { result: { list: ids.slice(cursor, next), ...(next < ids.length ? { next_cursor: next } : {}) } };
  }),
];

function permitted({ world }: Ground): void {
  if (!world.switches.oldApprovalApi) throw new OldRefusal(60011, `应用尚未开通所需的权限：[${SCOPE}]`, true);
}

function oldDetail(approval: Approval, ground: Ground): object {
  const { createdAt, finishedAt, tasks, businessId } = approval;
  return {
    title: approval.title,
    business_id: businessId,
    status: approval.status,
    result: approval.result ?? "",
    create_time: wallText(createdAt),
    ...(finishedAt === null ? {} : { finish_time: wallText(finishedAt) }),
    originator_userid: approval.userId,
    originator_dept_id: departmentId(approval),
    originator_dept_name: departmentName(approval, ground),
    cc_userids: approval.cc,
    biz_action: approval.action,
    attached_process_instance_ids: attachedTo(approval, ground),
    ...(approval.main === null ? {} : { main_process_instance_id: approval.main }),
    form_component_values: formOf(approval, ground.world, ground.clock.now()).map(
      ({ id, name, value, extValue, componentType }) => ({
        id,
        name,
        component_type: componentType,
        ...(value === undefined ? {} : { value }),
        ...(extValue === undefined ? {} : { ext_value: extValue }),
      }),
    ),
    operation_records: operationsOf(approval).map(({ userId, at, type, result, remark }) => ({
      userid: userId,
      date: wallText(at),
      operation_type: type,
      operation_result: result,
      ...(remark === null ? {} : { remark }),
    })),
    tasks: tasks.map((task) => oldTask(approval, task)),
  };
}

function oldTask({ id, businessId }: Approval, task: ApprovalTask): object {
  return {
    taskid: String(task.id),
    userid: task.userId,
    task_status: task.status,
    task_result: task.result,
    create_time: wallText(task.createdAt),
    ...(task.finishedAt === null ? {} : { finish_time: wallText(task.finishedAt) }),
    activity_id: activityOf(task),
    url: `aflow.dingtalk.com?procInsId=${id}&taskId=${task.id}&businessId=${businessId}`,
  };
}
