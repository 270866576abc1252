import { DAY } from "../company/beijing.ts";
import type { Person } from "../company/person.ts";
import { type ApiRoute, countedTop, type Ground } from "../wire/api.ts";
import { type Call, commaList, numberOf } from "../wire/call.ts";
import { missingParameter, NewRefusal, OldRefusal } from "../wire/refusal.ts";
import type { Checkin } from "../world/checkin.ts";
import { headCount, peopleUnder } from "./directory-tree.ts";

const MOST_UNDER = 1000;
const MOST_SPAN = 45 * DAY;
const MOST_ROWS = 100;

export const checkinRoutes: readonly ApiRoute[] = [
  {
    method: "GET",
    path: "/checkin/record",
    host: "old",
    token: "app",
    counted: true,
    scope: "qyapi_checkin_read",
    answer: ({ query }, ground) => ({ data: ofDepartment(query, ground) }),
  },
  countedTop("checkin/record/get", "qyapi_base", (call, ground) => {
    const ids = commaList(call, "userid_list", 10);
    const window = { from: numberOf(call, "start_time"), to: numberOf(call, "end_time") };
    const most = ids.length === 1 ? 10 * DAY : DAY;
    if (window.to < window.from || window.to - window.from > most) throw new OldRefusal(41041, "时间跨度太大");
    const cursor = numberOf(call, "cursor");
    const size = numberOf(call, "size");
    if (size < 1 || size > MOST_ROWS) throw new OldRefusal(40069, "不合法的分页大小");
    const rows = rowsOf(
      ids.flatMap((id) => ground.world.person(id) ?? []),
      window,
      ground,
    );
    const next = cursor + size < rows.length ? cursor + size : null;
    const end = next === null && ground.world.switches.jitter ? {} : { next_cursor: next };
    return { result: { ...end, page_list: rows.slice(cursor, cursor + size).map(userRow) } };
  }),
  ...["/v1.0/checkIn/records/query", "/v1.0/attendance/checkin/records/query"].map(vendorRoute),
];

/** The rows of a whole subtree; there is no `has_more`, the last page is the short one. */
function ofDepartment(query: URLSearchParams, ground: Ground): object[] {
  const { world } = ground;
  const [departmentId, from, to] = ["department_id", "start_time", "end_time"].map((name) => needed(query, name));
  const id = Number(departmentId);
  if (!world.departments().some((one) => one.id === id)) throw new OldRefusal(60003, "部门不存在");
  if (headCount(world, id) > MOST_UNDER) {
    throw new OldRefusal(Number(world.switches.bigSubtreeCode), "部门及子部门人数超过1000");
  }
  const window = { from: Number(from), to: Number(to) };
  if (!(window.to >= window.from && window.to - window.from <= MOST_SPAN)) throw new OldRefusal(41041, "时间跨度太大");
  const rows = rowsOf(peopleUnder(world, id), window, ground);
  if (query.get("order") === "desc") rows.reverse();
  const [offset, size] = [query.get("offset"), query.get("size")];
  if (offset === null || size === null) return rows.map((row) => departmentRow(row, ground));
  if (Number(size) > MOST_ROWS || !(Number(size) >= 1)) throw new OldRefusal(40069, "不合法的分页大小");
  return rows.slice(Number(offset), Number(offset) + Number(size)).map((row) => departmentRow(row, ground));
}

function needed(query: URLSearchParams, name: string): string {
  const value = query.get(name);
  if (!value) throw missingParameter(name);
  return value;
}

type Window = { readonly from: number; readonly to: number };

function rowsOf(people: readonly Person[], { from, to }: Window, { world, clock }: Ground): Checkin[] {
  const until = Math.min(to, clock.now());
  return people.flatMap((person) => world.checkins(person, from, until)).toSorted((a, b) => a.at - b.at);
}

function departmentRow(
  { userId, at, place, detailPlace, remark, images, lat, lng }: Checkin,
  { world }: Ground,
): object {
  const where = world.switches.jitter
    ? { latitude: String(lat), longitude: String(lng) }
    : { latitude: lat, longitude: lng };
  const name = world.person(userId)?.name ?? "";
  const pictures = images.length === 0 ? {} : { imageList: images };
  return { userId, name, timestamp: at, place, detailPlace, remark, ...pictures, ...where };
}

function userRow({ userId, at, place, detailPlace, remark, images, lat, lng, visitUser }: Checkin): object {
  return {
    userid: userId,
    checkin_time: at,
    place,
    detail_place: detailPlace,
    remark,
    ...(visitUser === null ? {} : { visit_user: visitUser }),
    longitude: lng.toFixed(6),
    latitude: lat.toFixed(6),
    ...(images.length === 0 ? {} : { image_list: images }),
  };
}

/** Known from the vendor's package alone; its limits are published nowhere. */
function vendorRoute(path: string): ApiRoute {
  const withPosition = path.includes("attendance");
  return {
    method: "POST",
    path,
    host: "new",
    token: "app",
    counted: true,
    scope: "qyapi_checkin_read",
    vendorOnly: true,
    answer(call, ground) {
      const { rows, from, size } = vendorPage(call, ground);
      const pageList = rows.slice(from, from + size).map((row) => ({
        userId: row.userId,
        checkinTime: row.at,
        place: row.place,
        detailPlace: row.detailPlace,
        remark: row.remark,
        imageList: row.images,
        visitUser: row.visitUser ?? "",
        customDataList: [],
        ...(withPosition ? { checkinType: "normal", latitude: String(row.lat), longitude: String(row.lng) } : {}),
      }));
      const more = from + size < rows.length;
      return { result: { ...(more ? { nextToken: from + size } : {}), pageList } };
    },
  };
}

function vendorPage({ body }: Call, ground: Ground): { rows: Checkin[]; from: number; size: number } {
  const { userIdList, startTime, endTime, nextToken = 0, maxResults = MOST_ROWS } = body;
  if (!Array.isArray(userIdList) || !(Number(startTime) <= Number(endTime))) {
    throw new NewRefusal(400, "invalidParameter", "参数不合法");
  }
  const people = userIdList.flatMap((id) => ground.world.person(String(id)) ?? []);
  const rows = rowsOf(people, { from: Number(startTime), to: Number(endTime) }, ground);
  return { rows, from: Number(nextToken), size: Number(maxResults) };
}
