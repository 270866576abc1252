import type { Connector } from "@today/connectors/connector";
import { jiraCloud } from "@today/connectors/jira/cloud";
import { openCloud } from "@today/connectors/jira/testing-jira";
import { redmine } from "@today/connectors/redmine/connector";
import { openRedmine } from "@today/connectors/redmine/testing-redmine";
import type { Town as Product } from "@today/connectors/testing-town";
import { trello } from "@today/connectors/trello/connector";
import { openTrello } from "@today/connectors/trello/testing-trello";
import { expect, test } from "vitest";
import { openReading, type ReadingTown, type Run } from "../../testing-reading.ts";

const products: readonly (readonly [kind: string, Connector, () => Product])[] = [
  ["redmine", redmine, () => openRedmine({ key: "admin" })],
  ["jira-cloud", jiraCloud, openCloud],
  ["trello", trello, () => openTrello()],
];

/** All that is known of the product, without when. */
async function known(reading: ReadingTown<Product>): Promise<unknown> {
  const { db, companyId } = reading.town;
  const rows = [
    await reading.rows("remote_project"),
    await reading.rows("remote_task"),
    await reading.rows("remote_member"),
  ];
  const accounts = await db.all(
    "select external_id, user_name, active, state, resource from account where company_id = ?1 order by 1",
    companyId,
  );
  return [...rows.map((some) => some.map(({ company_id, target_id, read_at, tasks_until, ...row }) => row)), accounts];
}

async function readAll(connector: Connector, stub: Product, answer: ReadingTown<Product>["answer"]) {
  const reading = await openReading(connector, stub);
  const { db, companyId } = reading.town;
  await db.all(
    `insert into destination (company_id, target_id, project_id, remote_project, changed_at, changed_by)
     values (?1, ?2, 'lang', ?3, 1, 'tester')`,
    ...[companyId, reading.id, stub.task.projectId],
  );
  reading.answer = answer;
  let run = await reading.read();
  for (let n = 0; n < 40 && run.state === "running"; n += 1) {
    await reading.town.sweepFor(20, 20);
    const { runs } = (await reading.call<{ runs: Run[] }>("GET", `/api/targets/${reading.id}/runs`)).body;
    run = runs.find(({ id }) => id === run.id) ?? run;
  }
  return { run, known: await known(reading) };
}

test.each(products)(
  "%s: when every call is turned away once, throttled or broken, the reading ends the same",
  async (_, connector, open) => {
    const calm = await readAll(connector, open(), () => null);
    expect(calm.run).toMatchObject({ state: "done" });
    const seen = new Set<string>();
    const stormy = await readAll(connector, open(), async (request) => {
      const call = `${request.method} ${request.url} ${await request.clone().text()}`;
      if (seen.has(call)) return null;
      seen.add(call);
      return seen.size % 2 === 0
        ? new Response("", { status: 503 })
        : new Response("", { status: 429, headers: { "retry-after": "30" } });
    });
    expect(stormy.run).toMatchObject({ state: "done", problem: null, counts: calm.run.counts });
    expect(stormy.known).toEqual(calm.known);
    expect(seen.size).toBeGreaterThan(2);
  },
  60_000,
);
