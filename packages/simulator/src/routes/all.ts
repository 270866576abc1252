import type { ApiRoute } from "../wire/api.ts";
import { approvalRoutes } from "./approval.ts";
import { approvalStartRoutes } from "./approval-start.ts";
import { attendanceRoutes } from "./attendance.ts";
import { callbackRoutes } from "./callback.ts";
import { checkinRoutes } from "./checkin.ts";
import { departmentRoutes } from "./department.ts";
import { directoryRoutes } from "./directory.ts";
import { groupRoutes } from "./group.ts";
import { groupMemberRoutes } from "./group-member.ts";
import { leaveRoutes } from "./leave.ts";
import { loginRoutes } from "./login.ts";
import { newAttendanceRoutes } from "./new-attendance.ts";
import { noticeRoutes } from "./notice.ts";
import { oldApprovalRoutes } from "./old-approval.ts";
import { reportRoutes } from "./report.ts";
import { robotRoutes } from "./robot.ts";
import { scheduleRoutes } from "./schedule.ts";
import { scheduleDayRoutes } from "./schedule-day.ts";
import { shiftRoutes } from "./shift.ts";
import { streamRoutes } from "./stream.ts";
import { todoRoutes } from "./todo.ts";
import { tokenRoutes } from "./token.ts";
import { webhookRobotRoutes } from "./webhook-robot.ts";

/** Every call of DingTalk that is imitated. */
export const API_ROUTES: readonly ApiRoute[] = [
  ...tokenRoutes,
  ...loginRoutes,
  ...directoryRoutes,
  ...departmentRoutes,
  ...attendanceRoutes,
  ...groupRoutes,
  ...scheduleRoutes,
  ...scheduleDayRoutes,
  ...groupMemberRoutes,
  ...shiftRoutes,
  ...leaveRoutes,
  ...newAttendanceRoutes,
  ...reportRoutes,
  ...noticeRoutes,
  ...todoRoutes,
  ...robotRoutes,
  ...webhookRobotRoutes,
  ...checkinRoutes,
  ...approvalRoutes,
  ...approvalStartRoutes,
  ...oldApprovalRoutes,
  ...streamRoutes,
  ...callbackRoutes,
];
