import { ALL_GROUPS, type Group, weekOf } from "../company/group.ts";
import { drawFrom, hexadecimal } from "../company/random.ts";
import type { Shift } from "../company/shift.ts";
import { placeCalled } from "../company/site.ts";
import { type ApiRoute, countedTop, type Ground } from "../wire/api.ts";
import { type Call, numberOf, numberOr } from "../wire/call.ts";
import { OldRefusal } from "../wire/refusal.ts";
import { newestEdition } from "../world/shift-book.ts";
import { personOf } from "./directory.ts";
import { groupMembers, groupOf, groupOfKey, operatorOf } from "./operator.ts";
import { classDetail } from "./shift-wire.ts";

const READ = "qyapi_attendance_group_read";
const BASE = "qyapi_base";
const MEMBERS_A_PAGE = 100;

export const groupRoutes: readonly ApiRoute[] = [
  countedTop("attendance/getsimplegroups", BASE, (call, ground) => {
    const offset = numberOr(call, "offset", 0);
    const size = numberOr(call, "size", 10);
    if (size < 1 || size > 10) throw new OldRefusal(40069, "不合法的分页大小");
    const groups = ALL_GROUPS.slice(offset, offset + size).map((group) => simple(group, ground));
    return { result: { has_more: offset + size < ALL_GROUPS.length, groups } };
  }),
  countedTop("attendance/getusergroup", BASE, (call, ground) => {
    const { group } = personOf(call, ground);
    const classes = shiftsOf(group, ground).map(classDetail);
    return { result: { group_id: group.id, name: group.name, type: group.type, classes } };
  }),
  countedTop("attendance/group/minimalism/list", READ, (call, ground) => {
    operatorOf(call, ground);
    return { result: { has_more: false, cursor: 0, result: ALL_GROUPS.map(({ id, name }) => ({ id, name })) } };
  }),
  countedTop("attendance/group/query", READ, (call, ground) => {
    operatorOf(call, ground);
    return { result: detail(groupOf(call), ground) };
  }),
  countedTop("attendance/group/memberusers/list", READ, (call, ground) => {
    operatorOf(call, ground);
    const members = groupMembers(groupOf(call), ground).map(({ userId }) => userId);
    const from = numberOr(call, "cursor", 0);
    const next = from + MEMBERS_A_PAGE;
    const more = next < members.length;
    return { result: { has_more: more, ...(more ? { cursor: next } : {}), result: members.slice(from, next) } };
  }),
  countedTop("attendance/groups/idtokey", READ, (call, ground) => {
    operatorOf(call, ground);
    return { result: groupOf(call).key };
  }),
  countedTop("attendance/groups/keytoid", READ, (call, ground) => {
    operatorOf(call, ground);
    return { result: groupOfKey(call).id };
  }),
  doubleWrapped("attendance/group/positions/query", "position_list", (group) =>
    placesOf(group).map(({ key, place }) => ({
      position_key: key,
      address: place.name,
      latitude: place.lat.toFixed(6),
      longitude: place.lng.toFixed(6),
      offset: place.radius,
    })),
  ),
  doubleWrapped("attendance/group/wifis/query", "wifi_list", (group) =>
    placesOf(group).flatMap(({ key, place }) =>
      place.bssids.map((mac, index) => ({
        ssid: place.ssids[index] ?? place.ssids[0],
        mac_addr: mac,
        wifi_key: `${key.slice(0, 14)}${index}F`,
      })),
    ),
  ),
];

/** The calls by key put an envelope of their own inside `result`; the cursor is the last key of the page before. */
function doubleWrapped(path: string, list: string, rowsOf: (group: Group) => Record<string, unknown>[]): ApiRoute {
  return {
    method: "POST",
    path: `/topapi/${path}`,
    host: "old",
    token: "app",
    counted: true,
    scope: READ,
    answer(call: Call) {
      const rows = rowsOf(groupOfKey(call));
      const size = numberOf(call, "size");
      const keyOf = (row: Record<string, unknown>) => row.position_key ?? row.wifi_key;
      const from = rows.findIndex((row) => keyOf(row) === call.body.cursor) + 1;
      const result = { has_more: from + size < rows.length, [list]: rows.slice(from, from + size) };
      return { result: { errcode: 0, errmsg: "ok", success: true, result } };
    },
  };
}

function simple(group: Group, ground: Ground): object {
  const [shift] = shiftsOf(group, ground);
  return {
    group_id: group.id,
    group_name: group.name,
    type: group.type,
    is_default: false,
    member_count: groupMembers(group, ground).length,
    owner_user_id: group.owner,
    manager_list: group.managers,
    dept_name_list: group.departments,
    enable_emp_select_class: false,
    disable_check_without_schedule: false,
    disable_check_when_rest: false,
    ...(shift
      ? {
          default_class_id: shift.id,
          work_day_list: weekOf(group),
          classes_list: group.type === "FIXED" ? [`周一、二、三、四、五 ${shift.name}`, "周六、日 休息"] : [shift.name],
          selected_class: [classDetail(shift)],
        }
      : { selected_class: [] }),
  };
}

/** The shift of a group as it is today. */
function shiftsOf({ shift }: Group, { world }: Ground): Shift[] {
  const edition = shift && newestEdition(world.shiftBook, shift.id);
  return edition ? [edition.shift] : [];
}

function detail(group: Group, ground: Ground): object {
  return {
    id: group.id,
    name: group.name,
    type: group.type,
    shift_ids: group.shift ? [group.shift.id] : [],
    work_day_list: weekOf(group),
    wifis: placesOf(group).flatMap(({ place }) => place.ssids),
    address_list: placesOf(group).map(({ place }) => place.name),
    member_count: groupMembers(group, ground).length,
    manager_list: `[${group.managers.join(", ")}]`,
    owner_user_id: group.owner,
    url: "",
  };
}

function placesOf(group: Group) {
  return group.places.flatMap((id, index) => {
    const place = placeCalled(id);
    const key = hexadecimal(drawFrom(group.id, index, 9), 16).toUpperCase();
    return place ? [{ key, place }] : [];
  });
}
