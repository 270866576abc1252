import { z } from "zod";
import type { DingTalk } from "./client.ts";
import { subDepartments } from "./directory.ts";
import type { Answer } from "./envelope.ts";
import { DingTalkError } from "./error.ts";
import { anything, idList, listOf, maybe, number, readAnswer, text } from "./lenient.ts";

const DEPARTMENT_PATH = "/topapi/v2/department/get";
const PARENTS_PATH = "/topapi/v2/department/listparentbydept";
const PARENTS_OF_USER_PATH = "/topapi/v2/department/listparentbyuser";
const MEMBERS_PATH = "/topapi/user/listid";
const MOST_LEVELS = 30;

/** A department as it is now; counts are of active and inactive people, `below` with all departments under it. */
export interface DepartmentDetail {
  readonly departmentId: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly managerUserIds: readonly string[];
  readonly direct: number | null;
  readonly below: number | null;
}

const departmentAnswer = z.object({
  result: z.object({
    dept_id: maybe(text),
    name: maybe(text),
    parent_id: maybe(text),
    dept_manager_userid_list: maybe(idList),
    owning_member_count: maybe(number),
    member_count: maybe(number),
  }),
});

const parentsAnswer = z.object({ result: z.object({ parent_id_list: maybe(idList) }) });
const parentsOfUserAnswer = z.object({ result: z.object({ parent_list: anything }) });
const parentsRow = z.object({ parent_dept_id_list: idList });
const membersAnswer = z.object({ result: z.object({ userid_list: maybe(idList) }) });

/** One department, what a department event asks for; null when there is none (any more). Costs nothing. */
export async function readDepartment(dingtalk: DingTalk, departmentId: string): Promise<DepartmentDetail | null> {
  const answer = await known(dingtalk.callOld(DEPARTMENT_PATH, { dept_id: idOf(departmentId) }));
  if (answer === null) return null;
  const { result } = readAnswer(answer, DEPARTMENT_PATH, departmentAnswer);
  return {
    departmentId: result.dept_id ?? departmentId,
    name: result.name ?? "",
    parentId: result.parent_id,
    managerUserIds: result.dept_manager_userid_list ?? [],
    direct: result.owning_member_count,
    below: result.member_count,
  };
}

/** A department and those above it up to the root, `["432825033", "1"]`; empty when there is none. Costs nothing. */
export async function departmentsAbove(dingtalk: DingTalk, departmentId: string): Promise<readonly string[]> {
  const answer = await known(dingtalk.callOld(PARENTS_PATH, { dept_id: idOf(departmentId) }));
  return answer === null ? [] : (readAnswer(answer, PARENTS_PATH, parentsAnswer).result.parent_id_list ?? []);
}

/** For each department of a person the way up to the root, `[["432825033", "1"]]`; empty for nobody. Costs nothing. */
export async function departmentsOfPerson(dingtalk: DingTalk, userId: string): Promise<readonly (readonly string[])[]> {
  const answer = await known(dingtalk.callOld(PARENTS_OF_USER_PATH, { userid: userId }));
  if (answer === null) return [];
  const { result } = readAnswer(answer, PARENTS_OF_USER_PATH, parentsOfUserAnswer);
  return listOf(result.parent_list).flatMap((row) => {
    const read = parentsRow.safeParse(row);
    return read.success ? [read.data.parent_dept_id_list] : [];
  });
}

/** The ids of the direct members of a department, whatever the app may see of them. Costs nothing. */
export async function directMembers(dingtalk: DingTalk, departmentId: string): Promise<readonly string[]> {
  const answer = await known(dingtalk.callOld(MEMBERS_PATH, { dept_id: idOf(departmentId) }));
  return answer === null ? [] : (readAnswer(answer, MEMBERS_PATH, membersAnswer).result.userid_list ?? []);
}

/**
 * A department cut into subtrees of at most so many people, and the people who are in none of them because theirs is too large as a
 * whole: what `checkInsOfDepartment` and `checkInsOfPeople` can be asked for. Costs nothing.
 */
export async function cutDepartment(
  dingtalk: DingTalk,
  departmentId: string,
  most: number,
): Promise<{ departmentIds: string[]; userIds: string[] }> {
  const cut = { departmentIds: new Set<string>(), userIds: new Set<string>() };
  let level = [departmentId];
  const passed = new Set<string>();
  for (let depth = 0; level.length > 0 && depth < MOST_LEVELS; depth += 1) {
    const below: string[] = [];
    for (const id of level.filter((one) => !passed.has(one))) {
      passed.add(id);
      const { below: count } = (await readDepartment(dingtalk, id)) ?? { below: 0 };
      if (count === null || count <= most) {
        if (count !== 0) cut.departmentIds.add(id);
        continue;
      }
      for (const userId of await directMembers(dingtalk, id)) cut.userIds.add(userId);
      const { departments } = await subDepartments(dingtalk, id);
      below.push(...departments.map((department) => department.departmentId));
    }
    level = below;
  }
  return { departmentIds: [...cut.departmentIds], userIds: [...cut.userIds] };
}

async function known(call: Promise<Answer>): Promise<Answer | null> {
  return call.catch((error: unknown) => {
    if (error instanceof DingTalkError && error.kind === "not-found") return null;
    throw error;
  });
}

function idOf(departmentId: string): number | string {
  return /^-?\d{1,15}$/.test(departmentId) ? Number(departmentId) : departmentId;
}
