import { randomUUID } from "node:crypto";
import { drain } from "../host/drain.ts";
import type { WorkerDoor } from "../host/worker-door.ts";
import type { Allocation, Destination } from "./testing-hours.ts";
import type { Scene } from "./testing-peace.ts";
import type { Product } from "./testing-product.ts";

/** Who is HR of the demo company. */
const HR = "chen007";
const reason = "真 Redmine";

/** Changes everything that is there in one of four ways, of which each calls for other writes: corrections, removals, new entries. */
export const steps = {
  "divided anew": (scene: Scene) => divideAll(scene, 37),
  "divided no more": (scene: Scene) => divideAll(scene, 0),
  "taken away": (scene: Scene) => route(scene, "DELETE"),
  "made anew": (scene: Scene) => route(scene, "PUT"),
} as const;

/** HR divides the days: so many minutes of each project's hours go on another task of it, the rest stays where it was; and approves all of it. */
async function divideAll(scene: Scene, minutes: number): Promise<void> {
  for (const one of firstOfDays(await scene.allocations())) {
    const to = scene.destinations[one.projectId];
    const tasks = scene.ground.projects.find(({ id }) => id === to?.remoteProject)?.issues ?? [];
    const task = tasks.find((id) => id !== to?.remoteTask);
    if (task === undefined || one.state === "running") continue;
    const part = { projectId: one.projectId, taskId: `${scene.target}/${task}`, minutes };
    await divide(scene, one, minutes === 0 ? [] : [part]);
  }
  await decideAll(scene, "approve");
}

function firstOfDays(allocations: readonly Allocation[]): Allocation[] {
  return [...new Map(allocations.map((one) => [`${one.personId} ${one.date}`, one])).values()];
}

const doors = new WeakMap<Product, Promise<WorkerDoor>>();

/** A session outlives a restart. */
function doorOfHr(product: Product): Promise<WorkerDoor> {
  const door = doors.get(product) ?? product.doorOf(HR);
  doors.set(product, door);
  return door;
}

/** A part of a day, of one project and perhaps on a task. */
export interface Part {
  readonly projectId: string;
  readonly taskId?: string;
  readonly minutes: number;
}

/** HR divides a person's day; no parts withdraw that. */
export async function divide(
  { product }: Scene,
  { personId, date }: Pick<Allocation, "personId" | "date">,
  parts: readonly Part[],
): Promise<void> {
  const hr = await doorOfHr(product);
  const own = personId === HR;
  const about = own ? "" : `?person=${personId}`;
  const { workday } = (await hr.call("GET", `/api/workdays/${date}${about}`)) as { workday: { version: number } };
  const whose = own ? {} : { personId, reason };
  await hr.call("PUT", `/api/workdays/${date}/split`, { version: workday.version, parts, ...whose });
}

/** HR approves or returns what waits; gives what can be taken back by its id. */
export async function decideAll({ product }: Scene, verdict: "approve" | "return", most = 200): Promise<string[]> {
  const hr = await doorOfHr(product);
  await drain(hr);
  const acts: string[] = [];
  for (let tries = 0; tries < 20; tries += 1) {
    const { groups } = (await hr.call("GET", "/api/approvals")) as { groups: { items: { ref: object }[] }[] };
    const items = groups.flatMap((group) => group.items.map(({ ref }) => ref)).slice(0, most);
    if (items.length === 0) break;
    const id = randomUUID();
    await hr.call("POST", "/api/approvals", { id, verdict, items, ...(verdict === "return" ? { reason } : {}) });
    acts.push(id);
    await drain(hr);
    if (most < 200) break;
  }
  return acts;
}

const away = new Map<string, Destination>();

async function route({ product, target, destinations }: Scene, method: "PUT" | "DELETE"): Promise<void> {
  const { projects } = (await product.admin.call("GET", `/api/targets/${target}/projects`)) as {
    projects: { projects: { id: string; version: number }[] }[];
  };
  const versions = new Map(projects.flatMap((one) => one.projects).map(({ id, version }) => [id, version]));
  for (const [ours, to] of method === "DELETE" ? Object.entries(destinations) : away) {
    const path = `/api/targets/${target}/destinations/${ours}`;
    if (method === "DELETE") {
      await product.admin.call("DELETE", `${path}?version=${versions.get(ours)}`);
      away.set(ours, to);
      delete destinations[ours];
    } else {
      await product.admin.call("PUT", path, { version: 0, ...to });
      destinations[ours] = to;
    }
  }
}
