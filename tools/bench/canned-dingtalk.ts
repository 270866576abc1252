import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A server that speaks just enough of DingTalk to answer one night, from memory, so that its own work weighs little. */
export interface CannedDingTalk {
  readonly url: string;
  /** Calls answered by path since the start. */
  readonly calls: Map<string, number>;
  /** Calls refused because they came too fast, by path. */
  readonly refused: Map<string, number>;
  stop(): Promise<void>;
}

/** What the canned company is: `people` of one department, each with four punches on `date` (the day before the night). */
export interface CannedCompany {
  readonly people: number;
  readonly date: string;
  /** How many calls of one API it takes in a second; all when there is none. */
  readonly callsPerSecond?: number;
}

const HOUR = 3_600_000;
const CLOCK_TIMES = ["08:27", "12:01", "13:24", "18:03"] as const;

/** Starts the canned server on a free port. */
export async function startCanned(company: CannedCompany): Promise<CannedDingTalk> {
  const [calls, refused] = [new Map<string, number>(), new Map<string, number>()];
  const isTooFast = rateOf(company.callsPerSecond ?? Number.POSITIVE_INFINITY);
  const world = worldOf(company);
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://canned").pathname;
    const tooFast = isTooFast(path);
    const counted = tooFast ? refused : calls;
    counted.set(path, (counted.get(path) ?? 0) + 1);
    let text = "";
    request.setEncoding("utf8");
    request.on("data", (part) => {
      text += part;
    });
    request.on("end", () => {
      response.setHeader("content-type", "application/json");
      response.end(tooFast ? TOO_FAST : answer(path, text === "" ? {} : JSON.parse(text), world));
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    refused,
    stop: () => close(server),
  };
}

const TOO_FAST = JSON.stringify({ errcode: 88, sub_code: "90018", sub_msg: "应用调用接口超过每秒限制" });

/** Tells of each call of an API whether more than so many came within a second. */
function rateOf(most: number): (path: string) => boolean {
  const recent = new Map<string, number[]>();
  return (path) => {
    const now = performance.now();
    const within = (recent.get(path) ?? []).filter((at) => at > now - 1000);
    recent.set(path, within);
    if (within.length >= most) return true;
    within.push(now);
    return false;
  };
}

type Body = Record<string, unknown>;

/** A person's rows as they travel, written before the night begins: the night measures the product, not this server. */
interface Rows {
  readonly records: readonly string[];
  readonly results: readonly string[];
  readonly points: readonly string[];
}

type World = CannedCompany & { readonly rows: ReadonlyMap<string, Rows> };

function worldOf(company: CannedCompany): World {
  const midnight = Date.parse(`${company.date}T00:00:00+08:00`);
  const texts = (list: readonly object[]) => list.map((row) => JSON.stringify(row));
  const rowsOf = (userId: string): Rows => {
    const list = records(userId, midnight);
    const results = list.map(({ id, ...row }) => ({ ...row, id: id + 500, recordId: id }));
    return { records: texts(list), results: texts(results), points: texts(points(userId, midnight)) };
  };
  const people = range(1, company.people + 1).map((n) => `u${n}`);
  return { ...company, rows: new Map(people.map((id) => [id, rowsOf(id)])) };
}

function answer(path: string, body: Body, world: World): string {
  const list = LISTS[path];
  if (list !== undefined) return list(body, world);
  const reply = ANSWERS[path];
  return JSON.stringify(reply === undefined ? { errcode: 22, sub_msg: "unknown" } : reply(body, world));
}

const rowsOfAll = (people: readonly string[], { rows }: World, kind: keyof Rows) =>
  people.flatMap((id) => rows.get(id)?.[kind] ?? []);

const LISTS: Record<string, (body: Body, world: World) => string> = {
  "/attendance/listRecord": (body, world) =>
    `{"errcode":0,"errmsg":"ok","recordresult":[${rowsOfAll(ids(body.userIds), world, "records")}]}`,
  "/attendance/list": (body, world) => {
    const rows = rowsOfAll(ids(body.userIdList), world, "results");
    const from = Number(body.offset);
    const more = from + 50 < rows.length;
    return `{"errcode":0,"errmsg":"ok","hasMore":${more},"recordresult":[${rows.slice(from, from + 50)}]}`;
  },
  "/topapi/attendance/schedule/listbyusers": (body, world) => {
    const rows = rowsOfAll(String(body.userids).split(","), world, "points");
    return `{"errcode":0,"errmsg":"ok","request_id":"bench","success":true,"result":[${rows}]}`;
  },
};

const ok = (result: unknown) => ({ errcode: 0, errmsg: "ok", request_id: "bench", success: true, result });

const ANSWERS: Record<string, (body: Body, world: World) => unknown> = {
  "/v1.0/oauth2/accessToken": () => ({ accessToken: "bench-token", expireIn: 7200 }),
  "/gettoken": () => ({ errcode: 0, errmsg: "ok", access_token: "bench-token", expires_in: 7200 }),
  "/topapi/v2/user/getuserinfo": ({ code }) =>
    ok({
      userid: code,
      unionid: `union-${code}`,
      name: `员工${code}`,
      sys: code === "u1",
      sys_level: code === "u1" ? 1 : 0,
    }),
  "/topapi/user/listadmin": () => ok([{ userid: "u1", sys_level: 1 }]),
  "/topapi/v2/department/listsub": () => ok([]),
  "/topapi/v2/department/listsubid": () => ok({ dept_id_list: [] }),
  "/topapi/v2/department/get": () => ok({ dept_id: 1, name: "示例", parent_id: 0 }),
  "/topapi/user/listid": (_body, { people }) =>
    ok({ userid_list: Array.from({ length: people }, (_, n) => `u${n + 1}`) }),
  "/topapi/v2/user/list": (body, { people }) => {
    const from = Number(body.cursor ?? 0);
    const list = range(from, Math.min(people, from + 100)).map((n) => ({
      userid: `u${n + 1}`,
      unionid: `union${n + 1}`,
      name: `员工${n + 1}`,
      title: "工程师",
      dept_id_list: [1],
      active: true,
    }));
    const more = from + 100 < people;
    return ok({ has_more: more, ...(more ? { next_cursor: from + 100 } : {}), list });
  },
  "/topapi/attendance/shift/query": () => ok(SHIFT),
  "/topapi/attendance/getleavestatus": () => ok({ has_more: false, leave_status: [] }),
};

const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n);
const ids = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const clock = (midnight: number, time: string) => {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return midnight + hours * HOUR + minutes * 60_000;
};

function records(userId: string, midnight: number) {
  const base = 90_000_000_000 + Number(userId.slice(1)) * 1000;
  return CLOCK_TIMES.map((time, n) => ({
    id: base + n,
    userId,
    corpId: "dingbench",
    workDate: midnight,
    checkType: n % 2 === 0 ? "OnDuty" : "OffDuty",
    timeResult: "Normal",
    locationResult: "Normal",
    sourceType: "USER",
    isLegal: "Y",
    planId: base + 100 + n,
    groupId: 1,
    classId: 7,
    baseCheckTime: clock(midnight, time),
    userCheckTime: clock(midnight, time) + 21_000,
    locationMethod: "MAP",
    userLatitude: 30.285413,
    userLongitude: 120.017139,
    userAccuracy: 25,
    userAddress: "示例路1号",
    gmtCreate: clock(midnight, time) + 21_000,
    gmtModified: clock(midnight, time) + 23_000,
  }));
}

const wall = (at: number) => new Date(at + 8 * HOUR).toISOString().slice(0, 19).replace("T", " ");

function points(userid: string, midnight: number) {
  return ["08:30", "12:00", "13:30", "18:00"].map((time, n) => ({
    id: 90_000_000_100 + Number(userid.slice(1)) * 1000 + n,
    userid,
    group_id: 1,
    work_date: wall(midnight),
    check_type: n % 2 === 0 ? "OnDuty" : "OffDuty",
    plan_check_time: wall(clock(midnight, time)),
    shift_id: 7,
    shift_version: 1,
    is_rest: "N",
  }));
}

const point = (check_type: string, time: string) => ({ check_type, check_time: `1970-01-01 ${time}:00`, across: 0 });
const SHIFT = {
  id: 7,
  name: "两段班",
  sections: [
    { id: 1, punches: [point("OnDuty", "08:30"), point("OffDuty", "12:00")], rests: [] },
    { id: 2, punches: [point("OnDuty", "13:30"), point("OffDuty", "18:00")], rests: [] },
  ],
  shift_setting: { id: 1, shift_id: 7, work_time_minutes: 480 },
};

function close(server: Server): Promise<void> {
  return new Promise((done) => {
    server.closeAllConnections();
    server.close(() => done());
  });
}
