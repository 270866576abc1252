import { env as bindings } from "cloudflare:workers";
import type { Town as Product } from "@today/connectors/testing-town";
import type { WorklogRow } from "@today/db/testing-worklog";
import { addWorklogs } from "@today/db/testing-worklog";
import type { Connected } from "./testing-target.ts";
import { connectRedmine } from "./testing-target.ts";
import { openTown, type Town } from "./testing-town.ts";

/** What becomes of one call to the product: no answer, an answer in its place, or the worker dies before or after it. */
export type Fate = "fine" | "lost-before" | "lost-after" | "dead-before" | "dead-after" | 429 | 500 | 503;

/** A town that pushes to a product in memory, whose calls can be made to fail. */
export interface Pushing extends Connected<Product> {
  readonly town: Town;
  /** Every call made, `"POST /time_entries.json"`. */
  readonly calls: string[];
  /** Says what becomes of the calls from now on, by their number among these. */
  meet(fateOf: (call: number, request: Request) => Fate): void;
  /** From now on the next so many transactions are done, and the worker dies right after. */
  dieAfterCommits(count: number): void;
  /** Sends what is due, as a fresh worker would. */
  push(): Promise<void>;
  /** Lets time go by in which the sweeper comes, until nothing is open or so many hours are over. */
  calmDown(hours?: number): Promise<void>;
  /** Hands the next messages to a worker, which may die of it; the next one lives. */
  step(): Promise<void>;
  /** Wants worklogs as planning would. */
  want(rows: readonly (Partial<WorklogRow> & { readonly key: string })[]): Promise<void>;
  rows(): Promise<Record<string, unknown>[]>;
}

/** Opens a town with a Redmine, or with another product. */
export async function openPushing(
  connect: (town: Town) => Promise<Connected<Product>> = (town) => connectRedmine(town),
): Promise<Pushing> {
  const life = createLife();
  const town = await openTown({ people: 12, env: { DB: mortal(bindings.DB, life) } });
  const { id, stub } = await connect(town);
  const calls: string[] = [];
  let fateOf: (call: number, request: Request) => Fate = () => "fine";
  const answer = (request: Request) => {
    calls.push(`${request.method} ${new URL(request.url).pathname}`);
    return meetFate(fateOf(calls.length, request), { request, stub, life });
  };
  for (const host of Object.keys(town.outside)) town.outside[host] = answer;
  const revive = () => {
    life.isDead = false;
    life.commits = Number.POSITIVE_INFINITY;
  };
  const step = async () => {
    await town.stepIn(town.world);
    revive();
  };
  const drain = async () => {
    while (town.queue.length > 0) {
      await step();
      await town.simulator.advanceTo(town.simulator.now() + 1000);
    }
  };
  return {
    ...{ town, id, stub, calls, step },
    meet(next) {
      calls.splice(0);
      fateOf = next;
    },
    dieAfterCommits(count) {
      life.commits = count;
    },
    async push() {
      town.queue.push({ kind: "push-worklogs", targetId: id });
      await step();
    },
    async calmDown(hours = 48) {
      for (let quarter = 0; quarter < hours * 4; quarter += 1) {
        const open = await town.db.all(openSql, town.companyId, id);
        if (open.length === 0 && town.queue.length === 0) return;
        await town.simulator.advanceTo(town.simulator.now() + 15 * 60_000);
        town.queue.push({ kind: "resume" });
        await drain();
      }
    },
    want: (rows) => addWorklogs({ id: town.companyId, db: town.db }, id, rows),
    rows: () => town.db.all(rowsSql, town.companyId, id),
  };
}

const openSql = `select 1 from worklog where company_id = ?1 and target_id = ?2 and state in ('due', 'sending', 'unknown')
  union all select 1 from worklog_day where company_id = ?1 limit 1`;
const rowsSql = `select key, state, minutes, sent_minutes, remote_id, sent_digest = digest as same, problem, field, attempts
  from worklog where company_id = ?1 and target_id = ?2 order by key`;

interface Life {
  isDead: boolean;
  /** So many more transactions are done before it ends. */
  commits: number;
}

function createLife(): Life {
  return { isDead: false, commits: Number.POSITIVE_INFINITY };
}

async function meetFate(
  fate: Fate,
  { request, stub, life }: { readonly request: Request; readonly stub: Product; readonly life: Life },
): Promise<Response> {
  if (life.isDead) throw new TypeError("nobody is there to ask");
  if (typeof fate === "number") return new Response("", { status: fate });
  if (fate === "dead-before") life.isDead = true;
  if (fate.endsWith("before")) throw new TypeError("connection lost");
  const answer = await stub.fetch(request);
  if (fate === "dead-after") life.isDead = true;
  if (fate.endsWith("after")) throw new TypeError("connection lost");
  return answer;
}

/** A database that a dead worker does not reach any more. */
function mortal(db: D1Database, life: Life): D1Database {
  const demandAlive = () => {
    if (life.isDead) throw new Error("D1_ERROR: network connection lost");
  };
  return new Proxy(db, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      return (...given: unknown[]) => {
        demandAlive();
        const answer: unknown = Reflect.apply(value, target, given);
        if (name !== "batch") return answer;
        return Promise.resolve(answer).then((done) => {
          life.commits -= 1;
          if (life.commits < 0) life.isDead = true;
          demandAlive();
          return done;
        });
      };
    },
  });
}
