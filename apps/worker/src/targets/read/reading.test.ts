import { redmine } from "@today/connectors/redmine/connector";
import { openRedmine } from "@today/connectors/redmine/testing-redmine";
import { expect, test } from "vitest";
import { openReading } from "../../testing-reading.ts";

const openTown = () => openReading(redmine, openRedmine({ key: "admin" }));

test("projects come first; tasks and members of those whose hours go there", async () => {
  const reading = await openTown();
  expect(await reading.read()).toMatchObject({ state: "done", problem: null, counts: { projects: 130 }, aside: [] });
  expect(await reading.rows("remote_project")).toHaveLength(130);
  expect(await reading.rows("remote_task")).toHaveLength(0);
  await reading.send("lang", "1");
  expect(await reading.rows("remote_task")).toHaveLength(230);
  expect((await reading.rows("remote_member")).map((row) => row.remote_person)).toEqual(["10", "5", "6", "7", "8"]);
});

test("the second reading asks only for what has changed", async () => {
  const reading = await openTown();
  await reading.read();
  await reading.send("lang", "1");
  reading.asked.length = 0;
  await reading.town.goTo("2026-09-18", 600);
  const [issue] = reading.stub.world.issues;
  if (issue !== undefined) Object.assign(issue, { subject: "改过的", updatedOn: "2026-09-18T01:00:00Z" });
  expect(await reading.read()).toMatchObject({ state: "done", counts: { tasks: 1 } });
  const issues = reading.asked.filter((one) => one.includes("issues.json"));
  expect(issues).toHaveLength(1);
  expect(decodeURIComponent(issues[0] ?? "")).toContain("updated_on=>=2026-09-1");
  const tasks = await reading.rows("remote_task");
  expect(tasks.find(({ id }) => id === "1")).toMatchObject({ title: "改过的" });
});

test("a whole reading closes what is not there any more", async () => {
  const reading = await openTown();
  await reading.read();
  await reading.send("lang", "1");
  await reading.town.goTo("2026-09-18", 600);
  reading.stub.world.issues.splice(0, 1);
  await reading.read();
  const closed = async () => (await reading.rows("remote_task")).find(({ id }) => id === "1")?.closed;
  expect(await closed()).toBe(0);
  await reading.town.goTo("2026-09-18", 700);
  await reading.read({ full: true });
  expect(await closed()).toBe(1);
});
