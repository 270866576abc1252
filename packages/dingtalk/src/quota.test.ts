import { expect, it } from "vitest";
import { isCounted, isCountedPush } from "./quota.ts";

it.each([
  "/attendance/listRecord",
  "/topapi/attendance/getleavestatus",
  "/checkin/record",
  "/v1.0/workflow/processInstances",
  "/topapi/message/corpconversation/asyncsend_v2",
])("counts %s", (path) => {
  expect(isCounted(path)).toBe(true);
});

it.each([
  "/v1.0/oauth2/accessToken",
  "/topapi/v2/user/getuserinfo",
  "/topapi/v2/user/list",
  "/topapi/user/listadmin",
  "/topapi/v2/department/listsub",
  "/topapi/role/list",
])("does not count %s", (path) => {
  expect(isCounted(path)).toBe(false);
});

it("counts pushes but those about contacts", () => {
  const names = [
    "attendance_check_record",
    "bpms_instance_change",
    "check_in",
    "user_add_org",
    "org_dept_modify",
    "label_user_change",
  ];
  expect(names.filter(isCountedPush)).toEqual(["attendance_check_record", "bpms_instance_change", "check_in"]);
});
