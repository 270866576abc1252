import { describe, expect, it } from "vitest";
import { byProject, totalOf } from "./totals.ts";

function al(project: string, minutes: number) {
  return { project, task: null, minutes, basis: "pick", place: "onsite", overtime: null } as const;
}

describe("totals", () => {
  it("keep the three numbers apart", () => {
    const monday = { attended: 510, overtimeApproved: 0, counted: 450 };
    const tuesday = { attended: 618, overtimeApproved: 120, counted: 588 };
    expect(totalOf([monday, tuesday])).toEqual({ attended: 1128, overtimeApproved: 120, counted: 1038 });
    expect(totalOf([])).toEqual({ attended: 0, overtimeApproved: 0, counted: 0 });
  });
});

describe("minutes by project", () => {
  const days = [
    { counted: 450, unassigned: 70, allocations: [al("lang", 380)] },
    { counted: 588, unassigned: 0, allocations: [al("lang", 168), al("shui", 420)] },
  ];

  it("are listed most first, the unassigned last", () => {
    expect(byProject(days).map(({ project, minutes }) => [project, minutes])).toEqual([
      ["lang", 548],
      ["shui", 420],
      [null, 70],
    ]);
  });

  it("sum to what counted", () => {
    const sum = byProject(days).reduce((all, row) => all + row.minutes, 0);
    expect(sum).toBe(totalOf(days.map((day) => ({ ...day, attended: 0, overtimeApproved: 0 }))).counted);
  });

  it("show what belongs to hidden projects as one amount without a name", () => {
    expect(byProject([{ counted: 480, unassigned: 0, allocations: [al("lang", 240)] }])).toEqual([
      { project: "lang", other: false, minutes: 240 },
      { project: null, other: true, minutes: 240 },
    ]);
  });
});
