import { jiraCloud } from "@today/connectors/jira/cloud";
import { openCloud } from "@today/connectors/jira/testing-jira";
import { redmine } from "@today/connectors/redmine/connector";
import { openRedmine } from "@today/connectors/redmine/testing-redmine";
import type { Town as Product } from "@today/connectors/testing-town";
import { trello } from "@today/connectors/trello/connector";
import { openTrello } from "@today/connectors/trello/testing-trello";
import { expect, test } from "vitest";
import { openReading, type ReadingTown } from "../testing-reading.ts";

const secret = "app-secret-of-the-tests";
const encode = (text: string) => new TextEncoder().encode(text);

async function hmac(hash: string, key: string, text: string): Promise<Uint8Array> {
  const imported = await crypto.subtle.importKey("raw", encode(key), { name: "HMAC", hash }, false, ["sign"]);
  return new Uint8Array(await crypto.subtle.sign("HMAC", imported, encode(text)));
}

interface Told {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What Trello sends of a card that changed. */
async function byTrello(id: string, of: { readonly board: string; readonly action: string }): Promise<Told> {
  const data = { board: { id: of.board }, card: { id: "66000000000000000000aaaa" } };
  const body = JSON.stringify({ action: { id: of.action, type: "updateCard", data }, model: { id: of.board } });
  const signature = await hmac("SHA-1", secret, `${body}http://today.test/hooks/in/${id}`);
  return { body, headers: { "x-trello-webhook": btoa(String.fromCharCode(...signature)) } };
}

/** What Jira sends of hours that changed: their issue and not their project. */
async function byJira(issueId: string, delivery: string): Promise<Told> {
  const body = JSON.stringify({ webhookEvent: "worklog_deleted", worklog: { issueId } });
  const hex = [...(await hmac("SHA-256", "hook-secret", body))]
    .map((one) => one.toString(16).padStart(2, "0"))
    .join("");
  return { body, headers: { "x-hub-signature": `sha256=${hex}`, "x-atlassian-webhook-identifier": delivery } };
}

async function tell(
  { town, id }: ReadingTown<Product>,
  { body, headers }: Told,
): Promise<{ status: number; code: string | null }> {
  const answer = await town.receive(new Request(`http://today.test/hooks/in/${id}`, { method: "POST", headers, body }));
  const text = await answer.text();
  return { status: answer.status, code: text === "" ? null : (JSON.parse(text) as { code: string }).code };
}

const runsOf = async ({ town }: ReadingTown<Product>) =>
  (await town.db.all<{ n: number }>("select count(*) as n from target_run where company_id = ?1", town.companyId))[0]
    ?.n ?? 0;

async function openTrelloTown() {
  const stub = openTrello({ appSecret: secret });
  const reading = await openReading(trello, stub);
  await reading.read();
  await reading.send("lang", stub.task.projectId);
  await reading.town.goTo("2026-09-18", 600);
  return { ...reading, board: stub.task.projectId };
}

test("a change that is told is read: that project alone, and once for each delivery", async () => {
  const reading = await openTrelloTown();
  const { town, id, board } = reading;
  const [card] = reading.stub.world.cards;
  if (card !== undefined) Object.assign(card, { name: "改过的", dateLastActivity: "2026-09-18T01:00:00.000Z" });
  const before = await runsOf(reading);
  const told = await byTrello(id, { board, action: "a1" });
  expect(await tell(reading, told)).toEqual({ status: 202, code: null });
  expect(town.queue).toEqual([{ kind: "read-changes", targetId: id }]);
  await town.drain();
  const tasks = await reading.rows("remote_task");
  expect(tasks.find((one) => one.id === card?.id)).toMatchObject({ title: "改过的" });
  expect(await runsOf(reading)).toBe(before + 1);
  reading.asked.length = 0;
  expect(await tell(reading, told)).toEqual({ status: 202, code: null });
  await town.drain();
  expect(reading.asked).toEqual([]);
});

test("what is told while a reading runs is read after it, and what is lost is found by the sweeper", async () => {
  const reading = await openTrelloTown();
  const { town, id, board, call } = reading;
  const before = await runsOf(reading);
  await call("POST", `/api/targets/${id}/runs`, { kind: "read" });
  await tell(reading, await byTrello(id, { board, action: "a1" }));
  await town.drain();
  expect(await runsOf(reading)).toBe(before + 2);
  await tell(reading, await byTrello(id, { board, action: "a2" }));
  town.queue.length = 0;
  await town.sweepFor(5);
  expect(await runsOf(reading)).toBe(before + 3);
  expect(await town.db.all("select * from remote_change where company_id = ?1", town.companyId)).toEqual([]);
});

test("a task whose project is not told is found by its id; one that nobody knows may be anywhere", async () => {
  const stub = openCloud();
  const reading = await openReading(jiraCloud, stub);
  await reading.read();
  await reading.send("lang", stub.task.projectId);
  const before = await runsOf(reading);
  expect(await tell(reading, await byJira(stub.task.taskId ?? "", "d1"))).toMatchObject({ status: 202 });
  await reading.town.drain();
  expect(await runsOf(reading)).toBe(before + 1);
  await tell(reading, await byJira("999999", "d2"));
  await reading.town.drain();
  expect(await runsOf(reading)).toBe(before + 2);
});

test("what is not signed is refused and nothing is kept of it", async () => {
  const reading = await openTrelloTown();
  const told = await byTrello(reading.id, { board: reading.board, action: "a1" });
  for (const odd of [
    { ...told, headers: {} },
    { ...told, body: told.body.replace("a1", "a2") },
  ]) {
    expect(await tell(reading, odd)).toEqual({ status: 401, code: "signature-invalid" });
  }
  expect(reading.town.queue).toEqual([]);
});

test("a delivery that cannot be read, or is too long, is refused", async () => {
  const reading = await openTrelloTown();
  const body = "{}";
  const signature = await hmac("SHA-1", secret, `${body}http://today.test/hooks/in/${reading.id}`);
  const headers = { "x-trello-webhook": btoa(String.fromCharCode(...signature)) };
  expect(await tell(reading, { body, headers })).toEqual({ status: 400, code: "invalid-input" });
  expect(await tell(reading, { body: "x".repeat(1_100_000), headers })).toEqual({
    status: 413,
    code: "body-too-large",
  });
});

test("Trello asks by HEAD whether anybody is there", async () => {
  const { town, id } = await openTrelloTown();
  const head = (target: string) =>
    town.receive(new Request(`http://today.test/hooks/in/${target}`, { method: "HEAD" }));
  expect((await head(id)).status).toBe(204);
  expect((await head("nobody")).status).toBe(404);
});

test("a product that tells nothing has no such place, nor has one that was removed", async () => {
  const quiet = await openReading(redmine, openRedmine());
  expect(await tell(quiet, { body: "{}", headers: {} })).toEqual({ status: 404, code: "not-found" });
  const reading = await openTrelloTown();
  const told = await byTrello(reading.id, { board: reading.board, action: "a1" });
  await reading.call("DELETE", `/api/targets/${reading.id}`);
  expect(await tell(reading, told)).toEqual({ status: 404, code: "not-found" });
});

test("ids of deliveries are forgotten after seven days", async () => {
  const reading = await openTrelloTown();
  const { town, id, board } = reading;
  const kept = () => town.db.all("select id from inbound_delivery where company_id = ?1 order by id", town.companyId);
  await tell(reading, await byTrello(id, { board, action: "a1" }));
  await town.goTo("2026-09-26", 600);
  await tell(reading, await byTrello(id, { board, action: "a2" }));
  expect(await kept()).toEqual([{ id: "a2" }]);
});
