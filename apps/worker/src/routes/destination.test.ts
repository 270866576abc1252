import { redmine } from "@today/connectors/redmine/connector";
import { openRedmine } from "@today/connectors/redmine/testing-redmine";
import { expect, test } from "vitest";
import type { Destinations, ImportedProject, Problem } from "../contract.ts";
import { openReading } from "../testing-reading.ts";

async function furnish() {
  const reading = await openReading(redmine, openRedmine({ key: "admin" }));
  await reading.read();
  const path = `/api/targets/${reading.id}`;
  const history = () =>
    reading.town.db.all<Record<string, unknown>>(
      "select action, before, after from history where company_id = ?1 and subject = 'destination' order by id",
      reading.town.companyId,
    );
  const put = (project: string, body: object) =>
    reading.call<Problem & { version: number }>("PUT", `${path}/destinations/${project}`, body);
  const destinations = async (project = "lang") =>
    (await reading.call<Destinations>("GET", `/api/projects/${project}/destinations`)).body.destinations;
  return { ...reading, path, history, put, destinations };
}

test("where a project's hours go is said, told by its names and written down", async () => {
  const { put, destinations, history, town, id } = await furnish();
  expect(await put("lang", { version: 0, remoteProject: "1" })).toMatchObject({ status: 200, body: { version: 1 } });
  await town.drain();
  expect(await put("lang", { version: 1, remoteProject: "1", remoteTask: "12" })).toMatchObject({
    body: { version: 2 },
  });
  expect(await destinations()).toMatchObject([
    { targetId: id, targetName: "redmine", projectName: "项目1", remoteTask: "12", taskTitle: "工序12", version: 2 },
  ]);
  expect(await history()).toMatchObject([
    { action: "add", before: null },
    { action: "change", after: '{"remoteProject":"1","remoteTask":"12"}' },
  ]);
});

test("who was slower gets what is there; the same again changes nothing", async () => {
  const { put, history } = await furnish();
  await put("lang", { version: 0, remoteProject: "1" });
  const late = await put("lang", { version: 0, remoteProject: "2" });
  expect(late).toMatchObject({
    status: 409,
    body: { code: "version-conflict", current: { remoteProject: "1", version: 1 } },
  });
  expect(await put("lang", { version: 0, remoteProject: "1" })).toMatchObject({ status: 200, body: { version: 1 } });
  expect(await history()).toHaveLength(1);
});

test("what nobody knows there is refused, and so is a task of another project", async () => {
  const { put, town } = await furnish();
  expect(await put("lang", { version: 0, remoteProject: "9999" })).toMatchObject({
    status: 422,
    body: { code: "remote-unknown" },
  });
  await put("lang", { version: 0, remoteProject: "1" });
  await town.drain();
  const strange = await put("shui", { version: 0, remoteProject: "2", remoteTask: "12" });
  expect(strange).toMatchObject({ status: 422, body: { code: "remote-unknown" } });
  expect(await put("none", { version: 0, remoteProject: "1" })).toMatchObject({ status: 404 });
});

test("a destination is taken away over its version", async () => {
  const { put, call, path, destinations, history } = await furnish();
  await put("lang", { version: 0, remoteProject: "1" });
  const remove = (version: number) => call("DELETE", `${path}/destinations/lang?version=${version}`);
  expect((await remove(0)).status).toBe(409);
  expect((await remove(1)).status).toBe(204);
  expect((await remove(1)).status).toBe(204);
  expect(await destinations()).toEqual([]);
  expect((await history()).at(-1)).toMatchObject({ action: "remove", after: null });
});

test("a remote project becomes one of ours, with code, names and mark of what it is called, and its hours go there", async () => {
  const { call, path, town } = await furnish();
  const wish = { id: "p-1", remoteProject: "7" };
  const made = await call<ImportedProject>("POST", `${path}/imported-projects`, wish);
  expect(made).toMatchObject({
    status: 201,
    body: {
      project: { id: "p-1", code: "site-7", name: "项目7", shortName: "项目7", mark: "项" },
      destination: { remoteProject: "7", projectId: "p-1", version: 1 },
    },
  });
  await town.drain();
  const again = await call<ImportedProject>("POST", `${path}/imported-projects`, wish);
  expect(again).toMatchObject({ status: 201, body: made.body });
  const other = await call("POST", `${path}/imported-projects`, { id: "p-1", remoteProject: "8" });
  expect(other).toMatchObject({ status: 409, body: { code: "version-conflict" } });
});

test("a code that is taken gets a number, and half an import is done to the end", async () => {
  const { call, path, town } = await furnish();
  await town.db.all("update project set code = 'site-7' where company_id = ?1 and id = 'lang'", town.companyId);
  const wish = { id: "p-1", remoteProject: "7" };
  const made = await call<ImportedProject>("POST", `${path}/imported-projects`, wish);
  expect(made.body.project.code).toBe("site-7-2");
  await town.db.all("delete from destination where company_id = ?1", town.companyId);
  expect(await call<ImportedProject>("POST", `${path}/imported-projects`, wish)).toMatchObject({
    status: 201,
    body: { project: made.body.project, destination: { remoteProject: "7", version: 1 } },
  });
  expect(await call("POST", `${path}/imported-projects`, { id: "p-2", remoteProject: "9999" })).toMatchObject({
    status: 404,
  });
});
