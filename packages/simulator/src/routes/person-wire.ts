import { midnight } from "../company/beijing.ts";
import type { Person } from "../company/person.ts";

/** A person as `user/get` shows them. */
export function userDetail(person: Person): object {
  return {
    ...userRow(person),
    dept_order_list: person.departmentIds.map((id) => ({ dept_id: id, order: 176_295_832_450 + person.index })),
    leader_in_dept: person.departmentIds.map((id) => ({ dept_id: id, leader: person.leads.includes(id) })),
    role_list: person.leads.length > 0 ? [{ id: 900_100_200, name: "负责人", group_name: "默认" }] : [],
    real_authed: true,
    senior: false,
  };
}

/** A person as a row of `user/list`, seen from one of their departments. */
export function userRow(person: Person, departmentId?: number): object {
  return {
    userid: person.userId,
    unionid: person.unionId,
    name: person.name,
    avatar: "",
    title: person.title,
    job_number: person.jobNumber,
    state_code: "86",
    mobile: person.mobile,
    hide_mobile: false,
    telephone: "",
    email: "",
    org_email: `${person.userId}@example.com`,
    work_place: "杭州",
    remark: "",
    ...(person.manager === null ? {} : { manager_userid: person.manager }),
    dept_id_list: person.departmentIds,
    extension: "{}",
    hired_date: midnight(person.hiredOn),
    active: true,
    admin: person.sysLevel > 0,
    boss: false,
    exclusive_account: false,
    ...(departmentId === undefined
      ? {}
      : { dept_order: 176_295_832_450 + person.index, leader: person.leads.includes(departmentId) }),
  };
}
