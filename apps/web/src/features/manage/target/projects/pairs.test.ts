import { expect, test } from "vitest";
import type { Project } from "../../../../api.ts";
import { likelyFor, pairsIn, pairsOf, type RemoteProject } from "./pairs.ts";

const project = (id: string, more: Partial<Project> = {}): Project => ({
  ...{ id, code: id, name: `项目${id}`, shortName: id, mark: "项", color: 1, startsOn: null, closedOn: null },
  ...{ version: 1, managers: [], memberCount: 0, editable: true, ...more },
});
const remote = (id: string, more: Partial<RemoteProject> = {}): RemoteProject => ({
  ...{ id, name: `那边${id}`, code: `site-${id}`, closed: false, takesHours: true, tasks: 0, members: 0, projects: [] },
  ...{ readAt: "2026-09-30T08:12:00+08:00", tasksUntil: null, ...more },
});

test("ours stand with theirs over the version of the destination, two of ours at one of theirs too", () => {
  const both = [project("A"), project("B"), project("C")];
  const ours = ["A", "B"].map((id, n) => ({ id, code: id, name: id, version: n + 3 }));
  const there = remote("7", { projects: ours });
  expect(pairsOf(both, [there]).map(({ remote, version }) => [remote?.id, version])).toEqual([
    ["7", 3],
    ["7", 4],
    [undefined, 0],
  ]);
});

test("a project that is closed waits for no destination, but shows the one it has", () => {
  const closed = { closedOn: "2026-08-31" } as const;
  const pairs = pairsOf(
    [project("A"), project("B", closed), project("C", closed)],
    [remote("7", { projects: [{ id: "C", code: "C", name: "C", version: 1 }] })],
  );
  expect(pairsIn(pairs, "open").map((pair) => pair.project.id)).toEqual(["A"]);
  expect(pairsIn(pairs, "linked").map((pair) => pair.project.id)).toEqual(["C"]);
});

test("the same code is likely, then the same name; what is not clear is nobody's guess", () => {
  const ours = project("GL2B", { name: "管廊 二期" });
  expect(likelyFor(ours, [remote("1", { code: "gl-2b" }), remote("2", { name: "管廊二期" })])?.id).toBe("1");
  expect(likelyFor(ours, [remote("2", { name: "管廊二期" }), remote("3")])?.id).toBe("2");
  expect(likelyFor(ours, [remote("2", { name: "管廊二期" }), remote("4", { name: "管廊 二期" })])).toBeNull();
  expect(likelyFor(ours, [remote("1", { code: "GL2B", takesHours: false })])).toBeNull();
});

test("one that was found twice is one", () => {
  const there = remote("1", { code: "GL2B" });
  expect(likelyFor(project("GL2B"), [there, there])?.id).toBe("1");
});
