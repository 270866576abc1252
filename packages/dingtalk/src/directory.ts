import { z } from "zod";
import type { DingTalk } from "./client.ts";
import { DingTalkError } from "./error.ts";
import { anything, idList, maybe, number, type RejectedRow, readAnswer, readRows, text, truth } from "./lenient.ts";

const ROOT = "1";
const SUB_PATH = "/topapi/v2/department/listsub";
const DEPARTMENT_PATH = "/topapi/v2/department/get";
const USERS_PATH = "/topapi/v2/user/list";
const USER_PATH = "/topapi/v2/user/get";
const ADMINS_PATH = "/topapi/user/listadmin";

interface Department {
  readonly departmentId: string;
  readonly name: string;
  readonly parentId: string | null;
}

/** A person of the organisation. `active` is false until they have signed in to DingTalk for the first time. */
export interface DirectoryPerson {
  readonly userId: string;
  readonly unionId: string | null;
  readonly name: string;
  readonly jobNumber: string | null;
  readonly title: string | null;
  readonly departmentIds: readonly string[];
  readonly managerUserId: string | null;
  readonly active: boolean;
  /** With its country's code, `+8613800000000`; null when the app may not read it. To be compared, not to be kept. */
  readonly mobile: string | null;
  /** The person's own address and the organisation's, as far as the app may read them. To be compared, not to be kept. */
  readonly emails: readonly string[];
}

interface DepartmentPage {
  readonly departments: Department[];
  readonly rejected: RejectedRow[];
}

interface PeoplePage {
  readonly people: DirectoryPerson[];
  readonly rejected: RejectedRow[];
}

/** One step of a walk over the whole directory. */
export interface DirectoryPage extends PeoplePage, DepartmentPage {}

/** `main` is 主管理员. */
export interface Admin {
  readonly userId: string;
  readonly main: boolean;
}

const departmentRow = z.object({ dept_id: text, name: maybe(text), parent_id: maybe(text) });

const personRow = z.object({
  userid: text,
  unionid: maybe(text),
  name: maybe(text),
  job_number: maybe(text),
  title: maybe(text),
  dept_id_list: maybe(idList),
  manager_userid: maybe(text),
  active: maybe(truth),
  state_code: maybe(text),
  mobile: maybe(text),
  email: maybe(text),
  org_email: maybe(text),
});

const adminRow = z.object({ userid: text, sys_level: maybe(number) });

const usersAnswer = z.object({
  result: z.object({ list: anything, has_more: maybe(truth), next_cursor: maybe(number) }),
});

/** The departments directly below one; the root is `"1"`. */
export async function subDepartments(dingtalk: DingTalk, departmentId: string): Promise<DepartmentPage> {
  const answer = await dingtalk.callOld(SUB_PATH, { dept_id: Number(departmentId) });
  const { rows, rejected } = readRows(answer.result, departmentRow, (row) => ({
    departmentId: row.dept_id,
    name: row.name ?? "",
    parentId: row.parent_id ?? departmentId,
  }));
  return { departments: rows, rejected };
}

const departmentAnswer = z.object({ result: z.object({ name: maybe(text) }) });

/** The organisation's name, which is that of its root department; null when the app may not see the root. */
export async function organisationName(dingtalk: DingTalk): Promise<string | null> {
  try {
    const answer = await dingtalk.callOld(DEPARTMENT_PATH, { dept_id: Number(ROOT) });
    return readAnswer(answer, DEPARTMENT_PATH, departmentAnswer).result.name ?? null;
  } catch (error) {
    if (error instanceof DingTalkError && ["permission", "not-found", "bad-request"].includes(error.kind)) return null;
    throw error;
  }
}

/** All departments below the root, level by level; the root `"1"` itself is not among them. */
export async function listDepartments(dingtalk: DingTalk): Promise<DepartmentPage> {
  const found = new Map<string, Department>();
  const refused: RejectedRow[] = [];
  const waiting = [ROOT];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { departments, rejected } = await subDepartments(dingtalk, next);
    refused.push(...rejected);
    for (const department of departments) {
      if (department.departmentId === ROOT || found.has(department.departmentId)) continue;
      found.set(department.departmentId, department);
      waiting.push(department.departmentId);
    }
  }
  return { departments: [...found.values()], rejected: refused };
}

/** The direct members of a department, a hundred a page. */
export async function* listUsers(dingtalk: DingTalk, departmentId: string): AsyncGenerator<PeoplePage> {
  let cursor: number | null = 0;
  while (cursor !== null) {
    const asked: object = { dept_id: Number(departmentId), cursor, size: 100 };
    const { result } = readAnswer(await dingtalk.callOld(USERS_PATH, asked), USERS_PATH, usersAnswer);
    const { rows, rejected } = readRows(result.list, personRow, personOf);
    yield { people: rows, rejected: rejected.map(withoutContact) };
    const next: number | null = result.has_more === true ? result.next_cursor : null;
    if (next === cursor) {
      throw new DingTalkError({ kind: "unreadable", path: USERS_PATH, code: "endless-list" });
    }
    cursor = next;
  }
}

/** Walks the whole organisation: all departments first, then page by page its people, each once. Costs no quota. */
export async function* readDirectory(dingtalk: DingTalk): AsyncGenerator<DirectoryPage> {
  const { departments, rejected } = await listDepartments(dingtalk);
  yield { departments, people: [], rejected };
  const seen = new Set<string>();
  for (const departmentId of [ROOT, ...departments.map((department) => department.departmentId)]) {
    for await (const { people, rejected: refused } of listUsers(dingtalk, departmentId)) {
      const fresh = people.filter((person) => !seen.has(person.userId));
      for (const person of fresh) seen.add(person.userId);
      yield { departments: [], people: fresh, rejected: refused };
    }
  }
}

/** One person, or null when DingTalk does not know them (any more). */
export async function readPerson(dingtalk: DingTalk, userId: string): Promise<DirectoryPerson | null> {
  const answer = await dingtalk.callOld(USER_PATH, { userid: userId }).catch((error: unknown) => {
    if (error instanceof DingTalkError && error.kind === "not-found") return null;
    throw error;
  });
  return answer === null ? null : personOf(readAnswer(answer, USER_PATH, z.object({ result: personRow })).result);
}

/** The organisation's administrators. */
export async function listAdmins(dingtalk: DingTalk): Promise<{ admins: Admin[]; rejected: RejectedRow[] }> {
  const answer = await dingtalk.callOld(ADMINS_PATH, {});
  const { rows, rejected } = readRows(answer.result, adminRow, (row) => ({
    userId: row.userid,
    main: row.sys_level === 1,
  }));
  return { admins: rows, rejected };
}

function personOf(row: z.output<typeof personRow>): DirectoryPerson {
  return {
    userId: row.userid,
    unionId: row.unionid,
    name: row.name ?? "",
    jobNumber: row.job_number,
    title: row.title,
    departmentIds: row.dept_id_list ?? [],
    managerUserId: row.manager_userid,
    active: row.active ?? true,
    mobile: row.mobile === null ? null : mobileOf(row.mobile, row.state_code),
    emails: [row.email, row.org_email].filter((email) => email !== null),
  };
}

function mobileOf(mobile: string, stateCode: string | null): string {
  return mobile.startsWith("+") || stateCode === null ? mobile : `+${stateCode.replace(/\D/g, "")}${mobile}`;
}

const contact = ["mobile", "telephone", "email", "org_email", "login_id", "exclusive_mobile"];

/** A row that is set aside is kept as it came, but for phones and e-mails. */
function withoutContact({ reason, raw }: RejectedRow): RejectedRow {
  if (typeof raw !== "object" || raw === null) return { reason, raw };
  return { reason, raw: Object.fromEntries(Object.entries(raw).filter(([name]) => !contact.includes(name))) };
}
