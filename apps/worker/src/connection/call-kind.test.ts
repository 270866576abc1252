import { expect, test } from "vitest";
import { callKindOf } from "./call-kind.ts";

test.each([
  ["/attendance/listRecord", "punches"],
  ["/attendance/list", "punches"],
  ["/topapi/attendance/listschedule", "schedules"],
  ["/topapi/attendance/shift/query", "schedules"],
  ["/topapi/attendance/getleavestatus", "leaves"],
  ["/topapi/attendance/vacation/type/list", "leaves"],
  ["/topapi/attendance/getcolumnval", "columns"],
  ["/v1.0/workflow/processInstances", "approvals"],
  ["/topapi/processinstance/listids", "approvals"],
  ["/topapi/checkin/record/get", "checkins"],
  ["/topapi/message/corpconversation/asyncsend_v2", "messages"],
  ["/topapi/call_back/get_call_back_failed_result", "events"],
  ["/call_back/get_call_back_failed_result", "events"],
  ["/topapi/v2/user/get", "directory"],
  ["/topapi/v2/user/getuserinfo", "access"],
  ["/v1.0/oauth2/accessToken", "access"],
  ["/topapi/nobody/knows", "other"],
])("%s is for %s", (path, kind) => {
  expect(callKindOf(path)).toBe(kind);
});
