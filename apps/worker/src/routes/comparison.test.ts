import { jiraCloud } from "@today/connectors/jira/cloud";
import { jiraDataCenter } from "@today/connectors/jira/data-center";
import { openCloud, openDataCenter } from "@today/connectors/jira/testing-jira";
import { markerOf } from "@today/connectors/marker";
import { redmine } from "@today/connectors/redmine/connector";
import { openRedmine } from "@today/connectors/redmine/testing-redmine";
import { trello } from "@today/connectors/trello/connector";
import { openTrello } from "@today/connectors/trello/testing-trello";
import { zentao } from "@today/connectors/zentao/connector";
import { openZentao } from "@today/connectors/zentao/testing-zentao";
import { application } from "@today/connectors/zentao/testing-zentao-world";
import { expect, test } from "vitest";
import { openComparing } from "../testing-comparison.ts";

const september = [
  { name: "same", date: "2026-09-01", minutes: 480 },
  { name: "changed", date: "2026-09-02", minutes: 450 },
  { name: "deleted", date: "2026-09-03", minutes: 60 },
  { name: "doubled", date: "2026-09-04", minutes: 90 },
  { name: "moved", date: "2026-09-07", minutes: 120 },
  { name: "far", date: "2026-09-10", minutes: 30 },
];
const asWanted = september.map(({ date, minutes }) => `${date} ${minutes}`);
const zentaoApp = { appCode: application.code, appKey: application.key, correction: "estimate" };

const onProject = { ...openRedmine({ key: "admin" }), task: { projectId: "1", taskId: null } };

const products = [
  ["Redmine, on the project alone", () => openComparing(redmine, onProject)],
  ["Redmine", () => openComparing(redmine, openRedmine({ key: "admin" }))],
  ["Jira", () => openComparing(jiraCloud, openCloud())],
  ["Jira Data Center", () => openComparing(jiraDataCenter, openDataCenter())],
  ["禅道", () => openComparing(zentao, openZentao({}, zentaoApp))],
  ["Trello", () => openComparing(trello, openTrello())],
] as const;

test.each(products)("what is changed behind our back in %s is found, mended and found equal", async (name, open) => {
  const town = await open();
  await town.want(september);
  expect(town.standing()).toEqual(asWanted);
  expect(await town.compare()).toMatchObject({ state: "done", problem: null });
  expect(new Set(Object.values(await town.matches()))).toEqual(new Set(["same"]));

  await town.behind.change("changed", { minutes: 30 });
  await town.behind.remove("deleted");
  town.behind.copy(await markerOf("doubled"));
  await town.behind.change("moved", { date: "2026-09-09" });
  await town.behind.change("far", { date: "2026-09-14" });
  town.stub.book({ date: "2026-09-08", minutes: 45, person: town.stub.person, text: "自己记的" });
  await town.compare();
  expect(await town.matches()).toEqual({
    ...{ same: "same", changed: "differs", deleted: "missing", doubled: "double", moved: "differs", far: "differs" },
  });
  const before = await town.comparison();
  const foreign = name === "Trello" ? { count: 0, minutes: 0 } : { count: 1, minutes: 45 };
  expect(before).toMatchObject({ foreign, projects: [{ ours: 1230, differing: 5 }], waiting: [] });

  expect(await town.mend("all")).toMatchObject({ status: 202 });
  expect(new Set(Object.values(await town.matches()))).toEqual(new Set(["same"]));
  expect(town.standing()).toEqual(asWanted);
  await town.compare();
  const after = await town.comparison();
  expect(after).toMatchObject({ foreign, projects: [{ ours: 1230, theirs: 1230, unread: 0, differing: 0 }] });
  expect(after.matches).toEqual({ same: 6 });
});
