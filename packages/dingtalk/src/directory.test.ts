import { describe, expect, it } from "vitest";
import { listAdmins, listDepartments, listUsers, organisationName, readDirectory, readPerson } from "./directory.ts";
import { clientAnswering, clientOf, farSide, type SeenCall } from "./testing.ts";

const person = {
  userid: "lin01",
  unionid: "uLin01UnionA1iE",
  name: "林一",
  title: "测试工程师",
  job_number: "A0017",
  manager_userid: "boss01",
  dept_id_list: [2, 3],
  active: true,
  state_code: "86",
  mobile: "13800000001",
  email: "",
  org_email: "lin@example.com",
};

const lin = {
  userId: "lin01",
  unionId: "uLin01UnionA1iE",
  name: "林一",
  jobNumber: "A0017",
  title: "测试工程师",
  departmentIds: ["2", "3"],
  managerUserId: "boss01",
  active: true,
  mobile: "+8613800000001",
  emails: ["lin@example.com"],
};

/** Root 1 with 2 and 3; 4 below 2. The boss is in the root, lin01 in 2 and 3, 150 more people in 4. */
function company(call: SeenCall) {
  const id = Number(call.body.dept_id);
  if (call.url.pathname.endsWith("listsub")) {
    const below = { 1: [2, 3], 2: [4] }[id] ?? [];
    return { errcode: 0, result: below.map((dept_id) => ({ dept_id, name: `部门${dept_id}`, parent_id: id })) };
  }
  const crowd = Array.from({ length: 150 }, (_, index) => ({ userid: `p${index}`, dept_id_list: [4] }));
  const direct = { 1: [{ userid: "boss01" }], 2: [person], 3: [person, { name: "?" }], 4: crowd }[id] ?? [];
  const cursor = Number(call.body.cursor);
  const next = cursor + 100;
  const more = next < direct.length;
  return {
    errcode: 0,
    result: { has_more: more, list: direct.slice(cursor, next), ...(more ? { next_cursor: String(next) } : {}) },
  };
}

describe("readDirectory", () => {
  it("walks all departments and gives each person once", async () => {
    const far = farSide(company);
    const departments: string[] = [];
    const people: string[] = [];
    const rejected: unknown[] = [];
    for await (const page of readDirectory(clientOf(far.fetch).dingtalk)) {
      departments.push(...page.departments.map((department) => `${department.parentId}/${department.departmentId}`));
      people.push(...page.people.map((one) => one.userId));
      rejected.push(...page.rejected);
    }
    expect(departments).toEqual(["1/2", "1/3", "2/4"]);
    expect([people.length, new Set(people).size]).toEqual([152, 152]);
    expect(rejected).toEqual([{ reason: "userid", raw: { name: "?" } }]);
    expect(far.calls).toHaveLength(4 + 5);
  });

  it("does not follow a circle of departments or of pages", async () => {
    const circle = clientAnswering({ errcode: 0, result: [{ dept_id: 1 }, { dept_id: 2 }] });
    expect((await listDepartments(circle.dingtalk)).departments).toHaveLength(1);
    const pages = farSide((call) =>
      call.url.pathname.endsWith("listsub")
        ? { errcode: 0, result: [] }
        : { errcode: 0, result: { has_more: true, next_cursor: 0, list: [] } },
    );
    const walk = async () => {
      for await (const page of readDirectory(clientOf(pages.fetch).dingtalk)) expect(page.people).toEqual([]);
    };
    await expect(walk()).rejects.toMatchObject({ kind: "unreadable", code: "endless-list" });
  });
});

it("lists the direct members of a department page by page", async () => {
  const far = farSide(company);
  const sizes: number[] = [];
  for await (const page of listUsers(clientOf(far.fetch).dingtalk, "4")) sizes.push(page.people.length);
  expect(sizes).toEqual([100, 50]);
  expect(far.calls.map((call) => call.body)).toEqual([
    { dept_id: 4, cursor: 0, size: 100 },
    { dept_id: 4, cursor: 100, size: 100 },
  ]);
});

describe("readPerson", () => {
  it("reads one person", async () => {
    const { dingtalk } = clientAnswering({ errcode: 0, result: person });
    expect(await readPerson(dingtalk, "lin01")).toEqual(lin);
  });

  it("reads a person of whom only the id may be seen", async () => {
    const { dingtalk } = clientAnswering({ errcode: 0, result: { userid: 17, active: "false", dept_id_list: 2 } });
    const known = { userId: "17", departmentIds: ["2"], active: false };
    const unknown = { unionId: null, name: "", jobNumber: null, title: null, managerUserId: null };
    const contact = { mobile: null, emails: [] };
    expect(await readPerson(dingtalk, "17")).toEqual({ ...known, ...unknown, ...contact });
  });

  it.each([60121, 33012])("is null for somebody DingTalk does not know (%i)", async (errcode) => {
    expect(await readPerson(clientAnswering({ errcode }).dingtalk, "gone")).toBeNull();
  });

  it("fails when DingTalk fails", async () => {
    const { dingtalk } = clientAnswering({ errcode: 50002 });
    await expect(readPerson(dingtalk, "lin01")).rejects.toMatchObject({ kind: "permission" });
  });
});

it("lists administrators, the main ones marked", async () => {
  const { dingtalk } = clientAnswering({
    errcode: 0,
    result: [
      { userid: "boss01", sys_level: 1 },
      { userid: "lin01", sys_level: "2" },
    ],
  });
  expect(await listAdmins(dingtalk)).toEqual({
    admins: [
      { userId: "boss01", main: true },
      { userId: "lin01", main: false },
    ],
    rejected: [],
  });
});

it("knows the organisation by its root department, and goes on where the root may not be seen", async () => {
  const seen = clientAnswering({ errcode: 0, result: { dept_id: 1, name: "示例建设集团" } });
  expect(await organisationName(seen.dingtalk)).toBe("示例建设集团");
  const hidden = clientAnswering({ errcode: 50004, errmsg: "部门不在授权范围" });
  expect(await organisationName(hidden.dingtalk)).toBeNull();
});
