import { addDays } from "../../packages/core/src/time/date.ts";
import { workDateOf } from "../../packages/core/src/time/zone.ts";
import { drain } from "./drain.ts";
import { control, type Town } from "./town.ts";
import { signIn, type WorkerDoor } from "./worker-door.ts";

/** What the worker has come to: minutes, and calls of this month. */
export interface DemoFigures {
  readonly totals: {
    readonly people: number;
    readonly punches: number;
    readonly workdays: number;
    readonly assigned: number;
    readonly unassigned: number;
  };
  readonly calls: { readonly used: number; readonly limit: number };
}

/** What the demo needs of `GET /_simulator/world`. */
interface World {
  readonly now: string;
  readonly admin: string;
  readonly sites: readonly SiteOfWorld[];
  readonly office: PlaceOfWorld;
  readonly persons: readonly { readonly userId: string; readonly habit: string; readonly sites: readonly string[] }[];
}

interface PlaceOfWorld {
  readonly id: string;
  readonly name: string;
  readonly lat: number;
  readonly lng: number;
  readonly radius: number;
  readonly ssids: readonly string[];
  readonly machines: readonly { readonly sn: string }[];
}

interface SiteOfWorld extends PlaceOfWorld {
  readonly code: string;
  readonly shortName: string;
  readonly mark: string;
  readonly manager: string;
}

interface DemoProject {
  readonly input: {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly shortName: string;
    readonly mark: string;
    readonly managers: readonly string[];
  };
  readonly place: PlaceOfWorld;
  readonly members: readonly string[];
}

const DAYS = 30;
const ZONE = "Asia/Shanghai";

/** Says how far the pull has come. */
export type Tell = (progress: string) => void;

/** Fills a new installation through its public API as the company's first admin; doing it twice changes nothing. */
export async function fillDemo(town: Town, origin: string, tell: Tell): Promise<DemoFigures> {
  const world = (await control(town.simulator, "world")) as World;
  const { code } = (await control(town.simulator, "auth-code", { userId: world.admin })) as { code: string };
  const door = await signIn(origin, code);
  await door.call("POST", "/api/sync/directory");
  await drain(door, () => tell("people and departments"));
  for (const project of projectsOf(world)) {
    tell(`project ${project.input.shortName}`);
    await makeProject(door, project);
  }
  const to = workDateOf(Date.parse(world.now), ZONE);
  await door.call("POST", "/api/sync/punches", { from: addDays(to, -DAYS), to });
  const left = await drain(door, (pending) => tell(`${pending} days and batches to go`));
  if (left > 0) tell(`${left} days and batches are left for the next schedule`);
  return (await door.call("GET", "/api/sync")) as DemoFigures;
}

/** One project a site, and one for the office. */
function projectsOf(world: World): DemoProject[] {
  const sites = world.sites.map((site): DemoProject => {
    const { code, name, shortName, mark, manager } = site;
    const members = world.persons.filter((person) => person.sites.includes(site.id)).map((person) => person.userId);
    return { input: { id: code, code, name, shortName, mark, managers: [manager] }, place: site, members };
  });
  const staff = world.persons.filter((person) => person.habit === "office").map((person) => person.userId);
  const office = { id: "ZB", code: "ZB", name: `${world.office.name}日常管理`, shortName: "总部日常", mark: "总" };
  return [...sites, { input: { ...office, managers: [world.admin] }, place: world.office, members: staff }];
}

async function makeProject(door: WorkerDoor, { input, place, members }: DemoProject): Promise<void> {
  const { id } = input;
  await door.call("POST", "/api/projects", input);
  const others = members.filter((personId) => !input.managers.includes(personId));
  await door.call("PUT", `/api/projects/${id}/members`, { members: others.map((personId) => ({ personId })) });
  const { name, lat, lng, radius, ssids, machines } = place;
  await door.call("PUT", `/api/projects/${id}/sites/${place.id}`, {
    name: name.slice(0, 80),
    lat,
    lng,
    radius,
    ssids,
    machines: machines.map((machine) => machine.sn),
  });
}
