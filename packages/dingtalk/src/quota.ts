const exempt = [
  "/v1.0/oauth2/",
  "/gettoken",
  "/get_jsapi_ticket",
  "/topapi/v2/user/",
  "/topapi/user/",
  "/topapi/v2/department/",
  "/topapi/role/",
  "/topapi/extcontact/",
  "/topapi/smartwork/hrm/employee/",
  "/v1.0/contact/",
];

/** Whether calls of this API use up the organisation's monthly quota: attendance does, contacts and sign-in do not. */
export function isCounted(path: string): boolean {
  return !exempt.some((start) => path.startsWith(start));
}

const exemptPush = /^(user_\w+_org|org_dept_\w+|org_change|org_remove|org_admin_\w+|label_\w+|check_url)$/;

/** Whether pushes of this name use up the organisation's monthly pushes: those about contacts do not, `user_add_org`. */
export function isCountedPush(name: string): boolean {
  return !exemptPush.test(name);
}
