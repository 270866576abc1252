import { jiraCloud } from "@today/connectors/jira/cloud";
import { openCloud } from "@today/connectors/jira/testing-jira";
import { trello } from "@today/connectors/trello/connector";
import { openTrello } from "@today/connectors/trello/testing-trello";
import { expect, test } from "vitest";
import type { RemotePeople, RemoteProjects, RemoteTasks } from "../../contract.ts";
import { openReading } from "../../testing-reading.ts";

test("a Jira is read: projects, then the issues and people of one; later only what has changed", async () => {
  const stub = openCloud();
  const reading = await openReading(jiraCloud, stub);
  const { call, id, town } = reading;
  expect(await reading.read()).toMatchObject({ state: "done", counts: { projects: stub.projects } });
  await reading.send("lang", stub.task.projectId);
  expect(await reading.rows("remote_task")).toHaveLength(stub.tasks);
  const people = (await call<RemotePeople>("GET", `/api/targets/${id}/people`)).body;
  expect(people.people.length).toBeGreaterThan(0);
  expect(people.counts.matched).toBe(0);
  await town.goTo("2026-09-18", 600);
  let jql = "";
  reading.answer = async (request) => {
    if (request.url.endsWith("/search/jql")) jql = ((await request.clone().json()) as { jql: string }).jql;
    return null;
  };
  expect(await reading.read()).toMatchObject({ state: "done" });
  expect(jql).toContain("updated >=");
});

test("a Trello is read: boards, then the cards and members of one", async () => {
  const stub = openTrello();
  const reading = await openReading(trello, stub);
  const { call, id } = reading;
  expect(await reading.read()).toMatchObject({ state: "done", counts: { projects: stub.projects } });
  await reading.send("lang", stub.task.projectId);
  expect((await reading.rows("remote_task")).length).toBeGreaterThanOrEqual(stub.tasks);
  const people = (await call<RemotePeople>("GET", `/api/targets/${id}/people`)).body.people;
  expect(people.map(({ userName, state }) => [userName, state])).toEqual([
    ["pusher", "unmatched"],
    ["wangfang", "unmatched"],
  ]);
});

test("what is there is listed page by page, looked through, and told with what of ours it is linked with", async () => {
  const stub = openTrello();
  const reading = await openReading(trello, stub);
  const { call, id } = reading;
  await reading.read();
  await reading.send("lang", stub.task.projectId);
  const names: string[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const more: string = cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const answer: { body: RemoteTasks } = await call(
      "GET",
      `/api/targets/${id}/tasks?project=${stub.task.projectId}${more}`,
    );
    names.push(...answer.body.tasks.map((one) => one.id));
    cursor = answer.body.next;
  }
  expect(new Set(names).size).toBe(names.length);
  expect(names).toHaveLength((await reading.rows("remote_task")).filter(({ closed }) => closed === 0).length);
  const linked = (await call<RemoteProjects>("GET", `/api/targets/${id}/projects?linked=true`)).body.projects;
  expect(linked).toMatchObject([{ id: stub.task.projectId, members: 2, projects: [{ id: "lang", version: 1 }] }]);
  const others = (await call<RemoteProjects>("GET", `/api/targets/${id}/projects?linked=false`)).body.projects;
  expect(others).toHaveLength(stub.projects - 1);
  const found = (await call<RemoteProjects>("GET", `/api/targets/${id}/projects?q=${encodeURIComponent("滨江")}`)).body;
  expect(found.projects.every(({ name }) => name.includes("滨江"))).toBe(true);
});
