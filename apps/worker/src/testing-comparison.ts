import { abilitiesOf } from "@today/connectors/ability-of";
import type { Connector, Worklogs } from "@today/connectors/connector";
import { markerOf } from "@today/connectors/marker";
import { type Town as Product, sessionOf } from "@today/connectors/testing-town";
import { addWorklogs } from "@today/db/testing-worklog";
import type { Comparison } from "./contract.ts";
import { openReading, type ReadingTown, type Run } from "./testing-reading.ts";

/** Hours of ours as a test names them, on the product's task of tests. */
export interface Wish {
  readonly name: string;
  readonly date: string;
  readonly minutes: number;
}

/** A town whose hours stand at a product, where somebody may change them from behind. */
export interface ComparingTown<Stub extends Product> extends ReadingTown<Stub> {
  /** Wants hours and sends them. */
  want(wishes: readonly Wish[]): Promise<void>;
  /** What the product itself lets anybody do to hours of ours. */
  behind: {
    change(name: string, to: Partial<Pick<Wish, "date" | "minutes">>): Promise<void>;
    remove(name: string): Promise<void>;
    copy(name: string): void;
  };
  compare(month?: string): Promise<Run>;
  mend(keys: readonly string[] | "all"): Promise<{ readonly status: number; readonly body: unknown }>;
  comparison(): Promise<Comparison>;
  /** How each worklog compares: `{ a: "same", b: "missing" }`. */
  matches(): Promise<Record<string, string>>;
  /** The hours that stand there, without those of others: `"2026-09-01 60"`. */
  standing(): string[];
}

/** The session from behind signs in with its own account alone: an application's logins are counted by the clock. */
const own = { appCode: "", appKey: "" };

/** Opens a town connected with a product that keeps hours. */
export async function openComparing<Stub extends Product>(
  connector: Connector,
  stub: Stub,
): Promise<ComparingTown<Stub>> {
  const reading = await openReading(connector, stub);
  const { town, id, call } = reading;
  const wanted = new Map<string, Wish>();
  const { worklogs } = sessionOf(connector, { ...stub.settings, ...own }, stub.fetch);
  if (worklogs === undefined) throw new Error("no hours");
  const abilities = abilitiesOf(connector, stub.settings);
  const remotePerson = abilities.worklogs.author === "token-owner" ? null : stub.person;
  const path = `/api/targets/${id}`;
  const later = () => town.simulator.advanceTo(town.simulator.now() + 60_000);
  const factOf = async (name: string) => {
    const { date = "", minutes = 0 } = wanted.get(name) ?? {};
    const place = { personRemoteId: remotePerson, personName: "陈静", task: stub.task, note: "砌墙", start: 540 };
    return { ...place, key: name, marker: await markerOf(name), date, minutes };
  };
  const comparison = async () => (await call<Comparison>("GET", `${path}/comparison?month=2026-09`)).body;
  const comparing: Omit<ComparingTown<Stub>, keyof ReadingTown<Stub>> = {
    ...{ comparison, behind: behindOf({ worklogs, factOf, stub }) },
    async want(wishes) {
      for (const wish of wishes) wanted.set(wish.name, wish);
      const rows = await Promise.all(
        wishes.map(async ({ name, date, minutes }) => ({
          ...{ key: name, marker: await markerOf(name), date, minutes, remote_person: remotePerson },
          ...{ remote_project: stub.task.projectId, remote_task: stub.task.taskId },
        })),
      );
      await addWorklogs({ id: town.companyId, db: town.db }, id, rows);
      town.queue.push({ kind: "push-worklogs", targetId: id });
      await town.drain();
      await later();
    },
    async compare(month = "2026-09") {
      await later();
      const { status, body } = await call<Run>("POST", `${path}/comparisons`, { month });
      if (status !== 202) throw new Error(JSON.stringify(body));
      await town.drain();
      const { runs } = (await call<{ runs: Run[] }>("GET", `${path}/runs?kind=compare`)).body;
      const run = runs.find((one) => one.id === body.id);
      if (run === undefined) throw new Error("the run is gone");
      return run;
    },
    async mend(keys) {
      await later();
      const answer = await call("POST", `${path}/mends`, {
        ...{ month: "2026-09", ...(keys === "all" ? { all: true } : { keys }) },
      });
      await town.drain();
      await town.sweepFor(15);
      return answer;
    },
    async matches() {
      return Object.fromEntries((await comparison()).worklogs.map(({ key, match }) => [key, match]));
    },
    standing: () =>
      stub
        .held()
        .filter(({ text }) => text.includes("[wk:"))
        .map(({ date, minutes }) => `${date} ${minutes}`)
        .toSorted(),
  };
  return Object.assign(reading, comparing);
}

interface Behind {
  readonly worklogs: Worklogs;
  readonly factOf: (name: string) => Promise<Parameters<Worklogs["find"]>[0]>;
  readonly stub: Product;
}

function behindOf({ worklogs, factOf, stub }: Behind): ComparingTown<Product>["behind"] {
  const find = async (name: string) => {
    const fact = await factOf(name);
    const [found] = await worklogs.find(fact);
    if (found === undefined) throw new Error(`${name} is not there`);
    return { fact, ref: found.ref };
  };
  const demand = (ended: { readonly kind: string } | undefined) => {
    if (ended?.kind !== "applied") throw new Error(JSON.stringify(ended));
  };
  return {
    async change(name, to) {
      const { fact, ref } = await find(name);
      demand(await worklogs.change?.(ref, { ...fact, ...to }));
    },
    async remove(name) {
      demand(await worklogs.remove?.((await find(name)).ref));
    },
    copy(text) {
      const held = stub.held().find((one) => one.text.includes(text));
      if (held === undefined) throw new Error(`${text} is not there`);
      stub.book(held);
    },
  };
}
