import type { Connector } from "@today/connectors/connector";
import { jiraCloud } from "@today/connectors/jira/cloud";
import { jiraDataCenter } from "@today/connectors/jira/data-center";
import { openCloud, openDataCenter } from "@today/connectors/jira/testing-jira";
import { redmine } from "@today/connectors/redmine/connector";
import { openRedmine } from "@today/connectors/redmine/testing-redmine";
import { openDoor, type Town } from "@today/connectors/testing-town";
import { trello } from "@today/connectors/trello/connector";
import { openTrello } from "@today/connectors/trello/testing-trello";
import { zentao } from "@today/connectors/zentao/connector";
import { openZentao } from "@today/connectors/zentao/testing-zentao";
import { addPeople, addProject } from "@today/db/testing";
import { type Context, contextOf, theProduct } from "./context.ts";
import { type House, openHouse } from "./testing.ts";

/** Every product with how its stub is opened. */
export const products: readonly (readonly [kind: string, connector: Connector, open: () => Town])[] = [
  ["redmine", redmine, () => openRedmine({ key: "admin" })],
  ["zentao", zentao, () => openZentao()],
  ["trello", trello, () => openTrello()],
  ["jira-cloud", jiraCloud, () => openCloud()],
  ["jira-dc", jiraDataCenter, () => openDataCenter()],
];

/** The id of the target in a connected house. */
export const productTarget = "0f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c11";

/** A house whose project `lang` goes to a task of a product; `zhao` works there, `wang` manages it, `lin` is the admin. */
export async function openConnected(connector: Connector, town: Town) {
  const door = openDoor(town);
  const house = await openHouse({ fetch: door.fetch });
  await addPeople(house, ["lin", "wang", "zhao"]);
  await addProject(house, { id: "lang", members: ["zhao"] });
  await house.db.batch([
    house.db.prepare("insert into role_grant values (?1, 'lin', 'admin')", house.id),
    house.db.prepare(
      "insert into project_member (company_id, person_id, project_id, role) values (?1, 'wang', 'lang', 'manager')",
      house.id,
    ),
  ]);
  const wish = { id: productTarget, kind: connector.kind, name: connector.kind, settings: town.settings };
  await house.as("lin").call("POST", "/api/targets", wish);
  await link(house, town);
  const context = (): Promise<Context> =>
    contextOf(house.env, { fetch: door.fetch, now: async () => house.now, sleep: async () => {} }, theProduct);
  return { house, door, context };
}

async function link({ id, db }: House, { task, person }: Town): Promise<void> {
  await db.batch([
    db.prepare(
      "update target set state = 'on', approved_only = 0, pace = 'at-once', starts_on = '2026-01-01' where company_id = ?1",
      id,
    ),
    db.prepare(
      `insert into destination (company_id, target_id, project_id, remote_project, remote_task, changed_at, changed_by)
       values (?1, ?2, 'lang', ?3, ?4, 1, 'lin')`,
      ...[id, productTarget, task.projectId, task.taskId],
    ),
    db.prepare(
      `insert into account (company_id, id, source, external_id, user_name, user_key, active, resource, created_at,
         changed_at, keyed_by, state, person_id)
       values (?1, 'a1', 'target:' || ?2, ?3, ?3, ?3, 1, '{}', 1, 1, '', 'matched', 'zhao')`,
      ...[id, productTarget, person],
    ),
  ]);
}
