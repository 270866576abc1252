import { ALL_GROUPS, type Group } from "../company/group.ts";
import { type ApiRoute, countedTop, type Ground } from "../wire/api.ts";
import { commaList, numberOr, textOf } from "../wire/call.ts";
import { groupMembers, groupOf, groupOfKey, operatorOf } from "./operator.ts";

const READ = "qyapi_attendance_group_read";
const MEMBERS_A_PAGE = 100;

/** Who belongs to a group, and how it lets people punch. */
export const groupMemberRoutes: readonly ApiRoute[] = [
  countedTop("attendance/group/search", READ, (call, ground) => {
    operatorOf(call, ground);
    const name = textOf(call, "group_name");
    const found = ALL_GROUPS.filter((group) => group.name.includes(name));
    return { result: found.map(({ id, name: own }) => ({ id, name: own })) };
  }),
  countedTop("attendance/group/member/list", READ, (call, ground) => {
    operatorOf(call, ground);
    const members = membersOf(groupOf(call), ground);
    const from = numberOr(call, "cursor", 0);
    const next = from + MEMBERS_A_PAGE;
    const more = next < members.length;
    return { result: { has_more: more, ...(more ? { cursor: next } : {}), result: members.slice(from, next) } };
  }),
  countedTop("attendance/group/member/listbyids", READ, (call, ground) => {
    operatorOf(call, ground);
    const members = membersOf(groupOf(call), ground);
    const asked = commaList(call, "member_ids", 20);
    const type = String(numberOr(call, "member_type", 0));
    return { result: asked.filter((id) => members.some((one) => one.member_id === id && one.type === type)) };
  }),
  countedTop("attendance/group/get", READ, (call) => {
    const { name, key, type } = groupOfKey(call);
    return {
      result: {
        name,
        group_key: key,
        enable_outside_check: true,
        enable_outside_apply: false,
        enable_outside_remark: true,
        enable_outside_camera_check: type !== "NONE",
        enable_outside_update_normal_check: false,
        enable_camera_check: false,
        enable_face_check: false,
        enable_trim_distance: false,
        location_offset: 0,
      },
    };
  }),
  {
    method: "POST",
    path: "/topapi/attendance/group/users/query",
    host: "old",
    token: "app",
    counted: true,
    scope: READ,
    answer(call, ground) {
      const users = groupMembers(groupOfKey(call), ground).map(({ userId }) => userId);
      const size = numberOr(call, "size", 50);
      const from = users.indexOf(String(call.body.cursor ?? "")) + 1;
      // `has_more` is a text here (attendance.md 6.2).
      const page = { has_more: String(from + size < users.length), user_list: users.slice(from, from + size) };
      return { result: { errcode: 0, errmsg: "ok", success: true, result: page } };
    },
  },
];

interface Member {
  readonly member_id: string;
  readonly type: "0" | "1";
  readonly atc_flag: "0" | "1";
}

/** Its departments first, then those who are in it one by one; nobody is exempt. */
function membersOf(group: Group, ground: Ground): Member[] {
  const names = new Set(group.departments);
  const departments = ground.world.departments().filter(({ name }) => names.has(name));
  return [
    ...departments.map(({ id }): Member => ({ member_id: String(id), type: "1", atc_flag: "0" })),
    ...groupMembers(group, ground).map(({ userId }): Member => ({ member_id: userId, type: "0", atc_flag: "0" })),
  ];
}
