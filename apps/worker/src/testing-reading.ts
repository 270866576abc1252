import { env } from "cloudflare:workers";
import type { Connector } from "@today/connectors/connector";
import type { Town as Product } from "@today/connectors/testing-town";
import { cookieOf } from "./testing.ts";
import { type Connected, connectProduct } from "./testing-target.ts";
import { openTown, type Town } from "./testing-town.ts";

/** A town with two projects of its own that is connected with a product, and an admin in front of its API. */
export interface ReadingTown<Stub extends Product> extends Connected<Stub> {
  readonly town: Town;
  /** Every request that the product got, as `GET /issues.json?…`. */
  readonly asked: string[];
  /** Takes a request of the product and answers in its place, or null to let it through. */
  answer: (request: Request) => Response | null | Promise<Response | null>;
  call<Body = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: Body }>;
  /** Says where the hours of a project of ours go. */
  send(project: string, remoteProject: string): Promise<void>;
  /** Begins a reading and does all that follows; gives the run as it ended. */
  read(wish?: object): Promise<Run>;
  /** From now on nothing reaches the database, until it is revived. */
  die(): void;
  revive(): void;
  isDead(): boolean;
  rows(table: "remote_project" | "remote_task" | "remote_member"): Promise<Record<string, unknown>[]>;
}

export interface Run {
  readonly id: string;
  readonly state: string;
  readonly problem: string | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly aside: readonly object[];
  readonly nextAt: string | null;
  readonly attempts: number;
}

/** Opens a town connected with a product. */
export async function openReading<Stub extends Product>(connector: Connector, stub: Stub): Promise<ReadingTown<Stub>> {
  let dead = false;
  const town = await openTown({ env: { DB: mortal(env.DB, () => dead) } });
  const asked: string[] = [];
  const fetch = async (request: Request) => {
    const url = new URL(request.url);
    asked.push(`${request.method} ${url.pathname}${url.search}`);
    return (await reading.answer(request)) ?? stub.fetch(request);
  };
  const connected = await connectProduct(town, connector, { stub: { ...stub, fetch } });
  const call = callerOf(town);
  const path = `/api/targets/${connected.id}`;
  const reading: ReadingTown<Stub> = {
    ...{ town, asked, call, id: connected.id, stub, isDead: () => dead },
    die: () => {
      dead = true;
    },
    revive: () => {
      dead = false;
    },
    answer: () => null,
    async send(project, remoteProject) {
      const { body, status } = await call("PUT", `${path}/destinations/${project}`, { version: 0, remoteProject });
      if (status !== 200) throw new Error(JSON.stringify(body));
      await town.drain();
    },
    async read(wish = {}) {
      const { status, body } = await call<Run>("POST", `${path}/runs`, { kind: "read", ...wish });
      if (status !== 202) throw new Error(JSON.stringify(body));
      await town.drain();
      const { runs } = (await call<{ runs: Run[] }>("GET", `${path}/runs`)).body;
      const run = runs.find(({ id }) => id === body.id);
      if (run === undefined) throw new Error("the run is gone");
      return run;
    },
    rows: (table) =>
      town.db.all(`select * from ${table} where company_id = ?1 order by ${orders[table]}`, town.companyId),
  };
  await addProjects(town);
  return reading;
}

/** A database that is out of reach while it is dead. */
function mortal(db: D1Database, isDead: () => boolean): D1Database {
  return new Proxy(db, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      return (...given: unknown[]) => {
        if (isDead()) throw new Error("out of reach");
        return value.apply(target, given);
      };
    },
  });
}

const orders = { remote_project: "id", remote_task: "id", remote_member: "project_id, remote_person" };

/** Calls the api as the admin of a town. */
export function callerOf(town: Town): ReadingTown<Product>["call"] {
  return async <Body>(method: string, path: string, body?: unknown) => {
    const [admin] = await town.db.all<{ id: string }>(
      "select person_id as id from role_grant where company_id = ?1 and role = 'admin'",
      town.companyId,
    );
    const cookie = await cookieOf(town.companyId, admin?.id ?? "", town.simulator.now());
    const headers = { cookie, ...(body === undefined ? {} : { "content-type": "application/json" }) };
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    const answer = await town.receive(new Request(`http://today.test${path}`, { method, headers, ...content }));
    const text = await answer.text();
    return { status: answer.status, body: (text === "" ? null : JSON.parse(text)) as Body };
  };
}

async function addProjects({ db, companyId }: Town): Promise<void> {
  await db.all(
    `insert into project (company_id, id, code, name, short_name, mark, color, created_at) values
     (?1, 'lang', 'GL-1', '综合管廊', '管廊', '廊', 1, 1), (?1, 'shui', 'SC-1', '水厂', '水厂', '水', 2, 1)`,
    companyId,
  );
}
