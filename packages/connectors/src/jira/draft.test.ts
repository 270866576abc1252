import { describe, expect, it } from "vitest";
import { draftOf, openDoor, sessionOf } from "../testing-town.ts";
import { jiraCloud } from "./cloud.ts";
import { jiraDataCenter } from "./data-center.ts";
import { openCloud, openDataCenter } from "./testing-jira.ts";
import { plain } from "./testing-jira-world.ts";

describe.each([
  { connector: jiraCloud, open: openCloud },
  { connector: jiraDataCenter, open: openDataCenter },
])("new tasks in $connector.kind", ({ connector, open }) => {
  const start = (taskType = "") => {
    const town = open();
    const door = openDoor(town);
    const { tasks } = sessionOf(connector, { ...town.settings, taskType }, door.fetch);
    if (tasks === undefined) throw new Error("no tasks");
    return { town, door, tasks, made: () => town.world.issues.at(-1) };
  };

  it("carry their person, their day and their marker", async () => {
    const { town, tasks, made } = start();
    const draft = { ...(await draftOf(town)), assigneeId: town.person, dueOn: "2026-09-30" };
    expect(await tasks.create(draft)).toMatchObject({ kind: "applied", ref: { projectId: "10000" } });
    expect(made()).toMatchObject({ summary: "三层砌墙", assignee: town.person, duedate: "2026-09-30" });
    expect(plain(made()?.description)).toBe(`轴线 A–C ${draft.marker}`);
  });

  it("are found before the search knows of them and after, once", async () => {
    const { town, tasks } = start();
    const draft = await draftOf(town);
    await tasks.create(draft);
    expect(await tasks.find(draft)).toHaveLength(1);
    town.index();
    expect(await tasks.find(draft)).toHaveLength(1);
    expect(await tasks.find({ ...draft, marker: "[wk:aaaaaaaaaaaa]" })).toEqual([]);
  });

  it("in a project that has none yet are found too", async () => {
    const { town, tasks } = start();
    town.world.counters.number = 0;
    const draft = { ...(await draftOf(town)), projectId: "10001" };
    await tasks.create(draft);
    expect(await tasks.find(draft)).toHaveLength(1);
  });

  it("are not written where a field is required that we cannot fill, and name it", async () => {
    const { town, door, tasks } = start();
    town.world.required.push("customfield_10031");
    expect(await tasks.create(await draftOf(town))).toMatchObject({
      kind: "failed",
      error: { kind: "invalid", code: "field-required", field: "customfield_10031" },
    });
    expect(door.writes()).toBe(0);
  });

  it("go without what is not on the screen, the marker in the title if need be", async () => {
    const { town, tasks, made } = start();
    for (const field of ["description", "duedate", "assignee"]) town.world.offScreen.add(field);
    const draft = { ...(await draftOf(town)), assigneeId: town.person, dueOn: "2026-09-30" };
    expect(await tasks.create(draft)).toMatchObject({ kind: "applied" });
    expect(made()).toMatchObject({ summary: `三层砌墙 ${draft.marker}`, assignee: null, duedate: null });
    expect(await tasks.find(draft)).toHaveLength(1);
  });

  it("that are refused name the field, whatever the refusal says", async () => {
    const { town, door, tasks } = start();
    const refusal = () => Response.json({ errorMessages: [], errors: { summary: "摘要无效。" } }, { status: 400 });
    door.failNext(refusal, "write");
    expect(await tasks.create(await draftOf(town))).toMatchObject({
      kind: "failed",
      error: { kind: "invalid", code: "field-refused", field: "summary" },
    });
  });

  it("get the project's first plain type, or the one of the setting, which has to be there", async () => {
    for (const [taskType, id] of [
      ["", "10101"],
      ["史诗", "10102"],
      ["10102", "10102"],
    ] as const) {
      const { town, door, tasks } = start(taskType);
      await tasks.create(await draftOf(town));
      const sent = door.seen.filter((one) => one.method === "POST");
      expect(await sent.at(-1)?.json()).toMatchObject({ fields: { issuetype: { id } } });
    }
    const { town, tasks } = start("Bug");
    const ended = await tasks.create(await draftOf(town));
    expect(ended).toMatchObject({ kind: "failed", error: { code: "task-type-missing", field: "taskType" } });
  });

  it("with a title beyond all measure are cut", async () => {
    const { town, tasks, made } = start();
    await tasks.create({ ...(await draftOf(town)), title: "墙\n👷".repeat(300) });
    expect(made()?.summary).toMatch(/^墙 👷墙/u);
  });
});
