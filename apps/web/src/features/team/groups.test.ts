import { describe, expect, it } from "vitest";
import type { ProjectBrief, TeamMember } from "../../api.ts";
import { groupTeam } from "./groups.ts";

function pr(id: string): ProjectBrief {
  return { id, code: id, name: id, shortName: id, mark: "廊", color: 1, startsOn: null, closedOn: null };
}

function me(id: string, place: TeamMember["place"], change: Partial<TeamMember> = {}): TeamMember {
  const person = { id, name: id, title: null };
  return {
    person,
    group: null,
    place,
    project: null,
    firstOn: null,
    shiftStart: 540,
    daysMissing: 0,
    workday: null,
    ...change,
  };
}

function worked(...parts: [string, number][]): Partial<TeamMember> {
  const allocations = parts.map(([project, minutes]) => ({ project, minutes }));
  return { workday: { allocations, unassigned: 0 } as unknown as NonNullable<TeamMember["workday"]> };
}

const projects = [pr("lang"), pr("shui")];

describe("a team's groups", () => {
  it("list missing people who have been missing longest first", () => {
    const members = [
      me("guo", "missing", { daysMissing: 1 }),
      me("sun", "missing", { daysMissing: 2 }),
      me("ayi", "missing", { daysMissing: 1 }),
    ];
    const { missing } = groupTeam({ members, projects, missingKnown: true });
    expect(missing.map(({ person }) => person.id)).toEqual(["sun", "ayi", "guo"]);
  });

  it("list nobody as missing while the punches are stale", () => {
    expect(groupTeam({ members: [me("sun", "missing")], projects, missingKnown: false }).missing).toEqual([]);
  });

  it("put the biggest project first and people without a project last", () => {
    const members = [
      me("a", "unknown"),
      me("b", "onsite", { project: "lang" }),
      me("c", "onsite", { project: "shui" }),
      me("d", "mobile", { project: "shui" }),
    ];
    const groups = groupTeam({ members, projects, missingKnown: true }).projects;
    expect(groups.map(({ project, members }) => [project?.id, members.length])).toEqual([
      ["shui", 2],
      ["lang", 1],
      [undefined, 1],
    ]);
  });

  it("sum a project over everybody who worked on it, whichever project they stand under", () => {
    const members = [
      me("a", "onsite", { project: "lang", ...worked(["lang", 320]) }),
      me("b", "onsite", { project: "shui", ...worked(["lang", 210], ["shui", 110]) }),
    ];
    const groups = groupTeam({ members, projects, missingKnown: true }).projects;
    expect(groups.map(({ project, minutes }) => [project?.id, minutes])).toEqual([
      ["lang", 530],
      ["shui", 110],
    ]);
  });

  it("keep people on leave and off duty out of the projects", () => {
    const members = [me("a", "leave", { project: "lang" }), me("b", "off", { project: "lang" })];
    const groups = groupTeam({ members, projects, missingKnown: true });
    expect(groups.projects).toEqual([]);
    expect([groups.onLeave.length, groups.off.length]).toEqual([1, 1]);
  });
});
