import { drain } from "../host/drain.ts";
import { type LosingDoor, openLosingDoor } from "./losing-door.ts";
import { type Allocation, type Destination, type Hours, openAllocations, standing, wantedOf } from "./testing-hours.ts";
import { connect, type Ground, layGround, type Wish } from "./testing-linked.ts";
import { openProduct, type Product } from "./testing-product.ts";

/** A product that is connected with the real Redmine, with a door between them that loses calls. */
export interface Scene {
  readonly product: Product;
  readonly ground: Ground;
  readonly door: LosingDoor;
  readonly target: string;
  readonly startsOn: string;
  /** Where hours go; what a test changes of that it changes here too. */
  readonly destinations: Record<string, Destination>;
  /** Allocations from the target's first day on, as the public API tells them. */
  allocations(): Promise<Allocation[]>;
  /** What should be there now. */
  wanted(): Promise<Hours>;
  /** What is there, as Redmine adds it up. */
  there(): ReturnType<typeof standing>;
  close(): Promise<void>;
}

const LAST = "2026-09-30";
/** Nothing moves any more when nothing has for so long. */
const CALM_MS = 1500;
const POLL_MS = 300;
const MINUTES = 6;
const ROUNDS = 40;

/** Opens product, Redmine's side and the door, and connects them. */
export async function openScene(name: string, { startsOn, routes }: Omit<Wish, "address">): Promise<Scene> {
  const product = await openProduct();
  const door = await openLosingDoor(process.env.REDMINE_ADDRESS ?? "");
  const ground = await layGround(product, name);
  const allocations = await openAllocations(product);
  const destinations = Object.fromEntries(
    Object.entries(routes).map(([ours, [project, issue]]): [string, Destination] => {
      const { id = "", issues = [] } = ground.projects[project] ?? {};
      return [ours, { remoteProject: id, remoteTask: issue === null ? null : (issues[issue] ?? "") }];
    }),
  );
  const target = await connect(product, ground, { address: door.url, startsOn, routes });
  return {
    ...{ product, ground, door, target, startsOn, destinations },
    allocations: () => allocations(startsOn, LAST),
    wanted: async () => wantedOf(await allocations(startsOn, LAST), ground, destinations),
    there: () => standing(ground.projects.map(({ id }) => id)),
    close: async () => {
      await product.stop();
      await door.close();
    },
  };
}

interface Total {
  readonly state: string;
  readonly held: string | null;
  readonly count: number;
  readonly minutes: number;
}

/** How many worklogs are in each state. */
export async function totalsOf({ product, target }: Pick<Scene, "product" | "target">): Promise<readonly Total[]> {
  const { totals } = (await product.admin.call("GET", `/api/targets/${target}/worklogs`)) as { totals: Total[] };
  return totals;
}

/** Lets time pass until nothing is on its way and theirs is ours; gives how many worklogs were set aside and tried anew. Throws what differs. */
export async function peace(scene: Scene): Promise<number> {
  const { product, target } = scene;
  let aside = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const totals = await calm(scene);
    const isOpen = totals.some(({ state }) => ["due", "sending", "unknown", "failed"].includes(state));
    if (!isOpen && differencesOf(await scene.wanted(), scene.there().hours).length === 0) return aside;
    if (totals.some(({ state }) => state === "failed")) {
      const { worklogs } = (await product.admin.call("POST", `/api/targets/${target}/retries`, { all: true })) as {
        worklogs: number;
      };
      aside += worklogs;
    }
    await product.advance(MINUTES);
    await product.admin.call("POST", `/api/targets/${target}/pushes`);
  }
  const differences = differencesOf(await scene.wanted(), scene.there().hours);
  throw new Error(JSON.stringify({ totals: await totalsOf(scene), differences: differences.slice(0, 20) }));
}

/** Waits until days are settled and nothing moves, so that the clock jumps over no call that is under way. */
async function calm(scene: Scene): Promise<readonly Total[]> {
  await drain(scene.product.admin);
  let [seen, since] = ["", performance.now()];
  for (;;) {
    const totals = await totalsOf(scene);
    const state = JSON.stringify([totals, scene.door.seen.writes, scene.there().entries]);
    if (state !== seen || scene.door.underway() > 0) [seen, since] = [state, performance.now()];
    else if (performance.now() - since > CALM_MS) return totals;
    await new Promise((done) => setTimeout(done, POLL_MS));
  }
}

/** `"5 1 12 2026-09-14: 480 there, 420 wanted"` of each that differs. */
function differencesOf(wanted: Hours, there: Hours): string[] {
  return [...new Set([...Object.keys(wanted), ...Object.keys(there)])]
    .filter((key) => wanted[key] !== there[key])
    .map((key) => `${key}: ${there[key] ?? 0} there, ${wanted[key] ?? 0} wanted`);
}
