import { divisionId, FINANCE, HR } from "./department.ts";
import type { Habit } from "./habit.ts";
import type { PlaceId } from "./site.ts";

/** One of the people everybody in our tests knows. */
export interface FixedPerson {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly departmentIds: readonly number[];
  readonly leads: readonly number[];
  readonly manager: string | null;
  readonly sysLevel: 0 | 1 | 2;
  readonly habit: Habit;
  readonly places: readonly PlaceId[];
}

const WORKS_1 = divisionId("works-1");
const WORKS_2 = divisionId("works-2");
const WATER = divisionId("water");
const OFFICE = divisionId("office");

/** In the order of their numbers: zhao001 is the first of the company. */
export const FIXED_PEOPLE: readonly FixedPerson[] = [
  person("zhao001", "赵磊", "施工员", { departments: [WORKS_1], manager: "wang003", at: ["site-1"] }),
  person("li002", "李娜", "资料员", { departments: [WORKS_1], manager: "wang003", at: ["site-1"] }),
  person("wang003", "王建国", "项目经理", { departments: [WORKS_1], leads: [WORKS_1], at: ["site-1"] }),
  person("sun004", "孙浩", "自控工程师", {
    departments: [WATER],
    manager: "ouyang009",
    at: ["site-2", "site-1"],
    habit: "two-site",
  }),
  person("guo005", "郭静", "测量员", { departments: [WORKS_1], manager: "wang003", at: ["site-1"] }),
  person("ayi006", "阿依古丽·买买提", "夜班值守员", {
    departments: [WORKS_1],
    manager: "wang003",
    at: ["site-1"],
    habit: "night",
  }),
  person("chen007", "陈晓雯", "人力资源经理", { departments: [HR], leads: [HR], at: ["office"], sysLevel: 2 }),
  person("he008", "何军", "项目经理", { departments: [WORKS_2], leads: [WORKS_2], at: ["site-3", "site-5"] }),
  person("ouyang009", "欧阳明远", "项目经理", { departments: [WATER], leads: [WATER], at: ["site-2"] }),
  person("xu010", "徐鹏", "项目经理", { departments: [WORKS_1], manager: "wang003", at: ["site-4"] }),
  person("qian011", "钱佳怡", "财务经理", { departments: [FINANCE], leads: [FINANCE], at: ["office"] }),
  person("admin012", "林国栋", "总经理助理", { departments: [OFFICE], leads: [OFFICE], at: ["office"], sysLevel: 1 }),
];

interface Rest {
  readonly departments: readonly number[];
  readonly leads?: readonly number[];
  readonly manager?: string;
  readonly at: readonly PlaceId[];
  readonly habit?: Habit;
  readonly sysLevel?: 1 | 2;
}

function person(...[id, name, title, rest]: [string, string, string, Rest]): FixedPerson {
  const [first] = rest.at;
  return {
    id,
    name,
    title,
    departmentIds: rest.departments,
    leads: rest.leads ?? [],
    manager: rest.manager ?? (id === "admin012" ? null : "admin012"),
    sysLevel: rest.sysLevel ?? 0,
    habit: rest.habit ?? (first === "office" ? "office" : "site"),
    places: rest.at,
  };
}
