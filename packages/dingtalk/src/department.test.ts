import { createSimulator } from "@today/simulator/simulator";
import fc from "fast-check";
import { expect, it } from "vitest";
import { cutDepartment, departmentsAbove, departmentsOfPerson, directMembers, readDepartment } from "./department.ts";
import { listDepartments } from "./directory.ts";
import { spoilt } from "./odd-payload.ts";
import { clientAnswering, clientOf, farSide } from "./testing.ts";
import { sixty, townOf } from "./town.ts";

const town = () => townOf(createSimulator(sixty));

const result = {
  dept_id: 432825033,
  name: "工程一部",
  parent_id: "1",
  dept_manager_userid_list: ["mgr1001"],
  member_count: 30,
  owning_member_count: 12,
};

it("reads a department with its parent, managers and counts", async () => {
  const { dingtalk, calls } = clientAnswering({ errcode: 0, result });
  expect(await readDepartment(dingtalk, "432825033")).toEqual({
    ...{
      departmentId: "432825033",
      name: "工程一部",
      parentId: "1",
      managerUserIds: ["mgr1001"],
      direct: 12,
      below: 30,
    },
  });
  expect(calls[0]?.body).toEqual({ dept_id: 432825033 });
});

it("answers nothing for what does not exist, and throws where the app may not look", async () => {
  const gone = clientAnswering({ errcode: 60003, errmsg: "部门不存在" }).dingtalk;
  expect(await readDepartment(gone, "7")).toBeNull();
  expect([await departmentsAbove(gone, "7"), await directMembers(gone, "7")]).toEqual([[], []]);
  expect(await departmentsOfPerson(clientAnswering({ errcode: 60121, errmsg: "no" }).dingtalk, "x")).toEqual([]);
  const hidden = clientAnswering({ errcode: 50004, errmsg: "no" }).dingtalk;
  await expect(readDepartment(hidden, "7")).rejects.toMatchObject({ kind: "permission" });
});

it("reads the ways up of a department and a person, one bare way too", async () => {
  const up = clientAnswering({ errcode: 0, result: { parent_id_list: [432825033, 1] } });
  expect(await departmentsAbove(up.dingtalk, "432825033")).toEqual(["432825033", "1"]);
  const way = { parent_dept_id_list: [432825033, 1] };
  for (const parent_list of [[way, {}], way]) {
    const { dingtalk } = clientAnswering({ errcode: 0, result: { parent_list } });
    expect(await departmentsOfPerson(dingtalk, "zhao001")).toEqual([["432825033", "1"]]);
  }
});

it("cuts a department that is too large, keeping those who belong to it alone", async () => {
  const counts: Record<string, number> = { 1: 1500, 2: 400, 3: 1090, 4: 1000, 5: 80, 6: 0 };
  const below: Record<string, number[]> = { 1: [2, 3, 6], 3: [4, 5] };
  const far = farSide(({ url, body }) => {
    const id = String(body.dept_id);
    if (url.pathname.endsWith("/get")) return { errcode: 0, result: { dept_id: id, member_count: counts[id] } };
    if (url.pathname.endsWith("/listid")) return { errcode: 0, result: { userid_list: [`of-${id}`, "both"] } };
    return { errcode: 0, result: (below[id] ?? []).map((dept_id) => ({ dept_id })) };
  });
  expect(await cutDepartment(clientOf(far.fetch).dingtalk, "1", 1000)).toEqual({
    departmentIds: ["2", "4", "5"],
    userIds: ["of-1", "both", "of-3"],
  });
});

it("agrees with the directory of the simulator, and costs nothing", async () => {
  const { dingtalk, userIds, counts } = town();
  const { departments } = await listDepartments(dingtalk);
  for (const { departmentId, name, parentId } of departments.slice(0, 5)) {
    expect(await readDepartment(dingtalk, departmentId)).toMatchObject({ departmentId, name, parentId });
    expect((await departmentsAbove(dingtalk, departmentId)).at(0)).toBe(departmentId);
  }
  const [way] = await departmentsOfPerson(dingtalk, "zhao001");
  expect(way?.at(-1)).toBe("1");
  expect(await cutDepartment(dingtalk, "1", 1000)).toEqual({ departmentIds: ["1"], userIds: [] });
  const small = await cutDepartment(dingtalk, "1", 10);
  expect(small.departmentIds.length).toBeGreaterThan(3);
  expect(userIds).toEqual(expect.arrayContaining(small.userIds));
  expect(counts.failed).toBe(0);
});

it("never throws anything but unreadable on odd answers", async () => {
  const answers = { ...result, parent_id_list: [1], parent_list: [{ parent_dept_id_list: [1] }], userid_list: ["a"] };
  await fc.assert(
    fc.asyncProperty(spoilt(answers), async (odd) => {
      const { dingtalk } = clientAnswering({ errcode: 0, result: odd });
      const reads = [readDepartment, departmentsAbove, departmentsOfPerson, directMembers];
      for (const read of reads) {
        const problem = await read(dingtalk, "1").then(
          () => null,
          (error: unknown) => error,
        );
        if (problem !== null) expect(problem).toMatchObject({ kind: "unreadable" });
      }
    }),
  );
});
