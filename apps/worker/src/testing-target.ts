import type { Connector } from "@today/connectors/connector";
import { hostsOf } from "@today/connectors/host";
import { redmine } from "@today/connectors/redmine/connector";
import { openRedmine } from "@today/connectors/redmine/testing-redmine";
import type { Town as Product } from "@today/connectors/testing-town";
import type { Author } from "@today/db/history";
import { insertTarget, type NewTarget } from "@today/db/target-change";
import { seal } from "./targets/sealing.ts";
import type { Town } from "./testing-town.ts";

/** A product in memory that a town is connected with. */
export interface Connected<Stub extends Product = ReturnType<typeof openRedmine>> {
  readonly id: string;
  readonly stub: Stub;
}

/** How a target is connected; `destination` sends the hours of one of our projects to a project (and task) there. */
export interface TargetWish extends Partial<Omit<NewTarget, "kind" | "secrets" | "sealed">> {
  readonly destination?: { readonly project: string; readonly remoteProject: string; readonly remoteTask?: string };
}

/** Connects a town with a fresh Redmine: a target that is on, from the first of January on, with nothing rounded. */
export async function connectRedmine(town: Town, wish: TargetWish = {}): Promise<Connected> {
  return connectProduct(town, redmine, { stub: openRedmine({ key: "admin" }), wish });
}

/** The same with any product's stub. */
export async function connectProduct<Stub extends Product>(
  town: Town,
  connector: Connector,
  { stub, wish = {} }: { readonly stub: Stub; readonly wish?: TargetWish },
): Promise<Connected<Stub>> {
  const isSecret = new Set(connector.form.filter(({ kind }) => kind === "secret").map(({ name }) => name));
  const part = (secret: boolean) =>
    Object.fromEntries(Object.entries(stub.settings).filter(([name]) => isSecret.has(name) === secret));
  for (const host of hostsOf(connector, stub.settings)) town.outside[host] = stub.fetch;
  const connecting = { kind: connector.kind, settings: part(false), secrets: part(true), wish };
  return { stub, id: await connect(town, connecting) };
}

interface Connecting {
  readonly kind: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  readonly wish: TargetWish;
}

async function connect(town: Town, { kind, settings, secrets, wish }: Connecting): Promise<string> {
  const { destination, id = crypto.randomUUID(), ...rules } = wish;
  const author = await adminOf(town);
  const key = town.env.CREDENTIAL_KEY ?? town.env.SESSION_SECRET ?? "";
  await insertTarget(town.db, author, {
    ...{ id, kind, name: kind, settings, state: "on", approvedOnly: false, pace: "at-once", rounding: "exact" },
    ...{ states: {}, startsOn: "2026-01-01", todo: false, ...rules },
    secrets: Object.keys(secrets),
    sealed: await seal(key, { company: town.companyId, targetId: id }, secrets),
  });
  if (destination !== undefined) await send(town, id, destination);
  return id;
}

async function send(town: Town, id: string, to: NonNullable<TargetWish["destination"]>): Promise<void> {
  await town.db.all(
    `insert into destination (company_id, target_id, project_id, remote_project, remote_task, changed_at, changed_by)
     values (?1, ?2, ?3, ?4, ?5, ?6, 'tester')`,
    ...[town.companyId, id, to.project, to.remoteProject, to.remoteTask ?? null, town.simulator.now()],
  );
}

/** Somebody who may connect. */
async function adminOf({ db, companyId, simulator }: Town): Promise<Author> {
  const [person] = await db.all<{ id: string }>("select id from person where company_id = ?1 order by id", companyId);
  const id = person?.id ?? "";
  await db.all(
    "insert or ignore into role_grant (company_id, person_id, role) values (?1, ?2, 'admin')",
    companyId,
    id,
  );
  return { company: companyId, person: id, today: "2026-09-17", at: simulator.now(), channel: "app" };
}
