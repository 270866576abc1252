import { expect, it } from "vitest";
import type { Session } from "./connector.ts";
import { ConnectorError } from "./error.ts";
import { walk } from "./page.ts";
import { type Candidate, openDoor, sessionOf, type Town } from "./testing-town.ts";

/** What a connector says of itself, and reading to the end. */
export function provesReading({ connector, open }: Candidate) {
  const start = (town: Town) => sessionOf(connector, town.settings, town.fetch);

  it("a session has the parts that the abilities name and no others", () => {
    const session = start(open());
    const { abilities } = connector;
    expect({
      projects: session.listProjects !== undefined,
      tasks: session.listTasks !== undefined,
      members: session.listMembers !== undefined,
      worklogs: session.worklogs !== undefined,
      change: session.worklogs?.change !== undefined,
      remove: session.worklogs?.remove !== undefined,
      list: session.worklogs?.list !== undefined,
      status: session.status !== undefined,
      createTask: session.tasks !== undefined,
      inbound: session.inbound !== undefined,
    }).toEqual({
      projects: abilities.projects,
      tasks: abilities.tasks,
      members: abilities.members,
      worklogs: abilities.worklogs.support !== "none",
      change: abilities.worklogs.change,
      remove: abilities.worklogs.remove,
      list: abilities.worklogs.list,
      status: abilities.status,
      createTask: abilities.createTask,
      inbound: abilities.inbound !== "none",
    });
  });

  it("a setting that is missing or malformed is refused by its name before anybody is called", () => {
    const town = open();
    for (const field of connector.form.filter((one) => one.required)) {
      const opening = () => sessionOf(connector, { ...town.settings, [field.name]: " " }, town.fetch);
      expect(errorOf(opening)).toMatchObject({ kind: "invalid", code: "setting-missing", field: field.name });
    }
    for (const field of connector.form.filter((one) => one.kind === "address")) {
      for (const address of ["pm.example.com", "file:///etc/passwd", "https://me:pass@pm.example.com", "https://"]) {
        const opening = () => sessionOf(connector, { ...town.settings, [field.name]: address }, town.fetch);
        expect(errorOf(opening)).toMatchObject({ kind: "invalid", code: "setting-malformed", field: field.name });
      }
    }
  });

  it("a check says who we are there", async () => {
    const check = await start(open()).check();
    expect(check.account.id).not.toBe("");
    expect(check.account.name).not.toBe("");
  });

  it("projects, tasks and members are read to the end, each once", async () => {
    const town = open();
    const lists = await readAll(start(town), town);
    for (const ids of Object.values(lists)) expect(new Set(ids).size).toBe(ids.length);
    if (connector.abilities.projects) expect(lists.projects).toHaveLength(town.projects);
    if (connector.abilities.tasks) expect(lists.tasks).toHaveLength(town.tasks);
    if (connector.abilities.members) expect(lists.members).toContain(town.person);
  });

  it("a key that is lost between two pages is an error and no shorter list", async () => {
    const town = open();
    const session = start(town);
    const lists = [
      (cursor: string | null) => session.listProjects?.(cursor),
      (cursor: string | null) => session.listTasks?.(town.task.projectId, { since: null, cursor }),
    ];
    const firsts = await Promise.all(lists.map((read) => read(null)));
    town.revoke();
    for (const [at, first] of firsts.entries()) {
      if (first === undefined) continue;
      // A list that a product gives as a whole is read again from its start.
      if (first.next === null) expect(first.items).toHaveLength([town.projects, town.tasks][at] ?? 0);
      await expect(lists[at]?.(first.next)).rejects.toMatchObject({ kind: "credentials" });
    }
  });

  it("secrets travel in no address and all calls go to the same place", async () => {
    const town = open();
    const door = openDoor(town);
    const session = sessionOf(connector, town.settings, door.fetch);
    await session.check();
    await readAll(session, town);
    const secrets = connector.form.filter((one) => one.kind === "secret").map((one) => town.settings[one.name] ?? "");
    for (const { url } of door.seen) for (const secret of secrets) if (secret !== "") expect(url).not.toContain(secret);
    expect(new Set(door.seen.map(({ url }) => new URL(url).origin)).size).toBe(1);
  });
}

async function readAll(session: Session, { task }: Town) {
  const ids = { projects: [] as string[], tasks: [] as string[], members: [] as string[] };
  const { listProjects, listTasks, listMembers } = session;
  if (listProjects !== undefined) for await (const { id } of walk(listProjects)) ids.projects.push(id);
  if (listTasks !== undefined) {
    const read = (cursor: string | null) => listTasks(task.projectId, { since: null, cursor });
    for await (const { id } of walk(read)) ids.tasks.push(id);
  }
  if (listMembers !== undefined) {
    for await (const { id } of walk((cursor) => listMembers(task.projectId, cursor))) ids.members.push(id);
  }
  return ids;
}

function errorOf(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(ConnectorError);
    return error;
  }
  return null;
}
