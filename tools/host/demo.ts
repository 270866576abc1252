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
  readonly place: PlaceOfWorld | null;
  readonly members: readonly string[];
}

const DAYS = 30;
/** Every fifth person of the sites is on all of them; 赵磊, the first of all, is one. */
const EVERYWHERE = 5;
/** Whom the demo company trusts with what. */
const GRANTS = [
  ["chen007", "hr"],
  ["qian011", "finance"],
] as const;
const [, [FINANCE]] = GRANTS;
/** What an hour costs, from the newest to the most experienced, in fen. */
const RATES = [4_500, 5_200, 6_000, 7_500, 9_800] as const;
const BUDGET_HOURS_A_PERSON = 260;
const ZONE = "Asia/Shanghai";

/** Says how far the pull has come. */
export type Tell = (progress: string) => void;

/** Fills a new installation through its public API as the company's first admin; doing it twice changes nothing. */
export async function fillDemo(town: Town, origin: string, tell: Tell): Promise<DemoFigures> {
  const world = (await control(town.simulator, "world")) as World;
  const door = await doorOf(town, origin, world.admin);
  await door.call("POST", "/api/sync/directory");
  await drain(door, () => tell("people and departments"));
  for (const project of projectsOf(world)) {
    tell(`project ${project.input.shortName}`);
    await makeProject(door, project);
  }
  for (const [person, role] of GRANTS) await door.call("PUT", `/api/roles/${person}/${role}`);
  tell("rates and budgets");
  await makeMoney(await doorOf(town, origin, FINANCE), world);
  const to = workDateOf(Date.parse(world.now), ZONE);
  await door.call("POST", "/api/sync/punches", { from: addDays(to, -DAYS), to });
  const left = await drain(door, (pending) => tell(`${pending} days and batches to go`));
  if (left > 0) tell(`${left} days and batches are left for the next schedule`);
  return (await door.call("GET", "/api/sync")) as DemoFigures;
}

/** One project a site, one for the office and one without a place. Some lend a hand everywhere and have something to choose. */
function projectsOf(world: World): DemoProject[] {
  const hands = world.persons.filter(({ sites }, n) => sites.length > 0 && n % EVERYWHERE === 0);
  const sites = world.sites.map((site): DemoProject => {
    const { code, name, shortName, mark, manager } = site;
    const own = world.persons.filter((person) => person.sites.includes(site.id));
    const members = [...new Set([...own, ...hands].map(({ userId }) => userId))];
    return { input: { id: code, code, name, shortName, mark, managers: [manager] }, place: site, members };
  });
  const learning = { id: "NB", code: "NB", name: "投标与培训", shortName: "投标与培训", mark: "内" };
  const staff = world.persons.filter((person) => person.habit === "office").map((person) => person.userId);
  const office = { id: "ZB", code: "ZB", name: `${world.office.name}日常管理`, shortName: "总部日常", mark: "总" };
  return [
    ...sites,
    { input: { ...office, managers: [world.admin] }, place: world.office, members: staff },
    {
      input: { ...learning, managers: [world.admin] },
      place: null,
      members: world.persons.map(({ userId }) => userId),
    },
  ];
}

async function doorOf(town: Town, origin: string, userId: string): Promise<WorkerDoor> {
  const { code } = (await control(town.simulator, "auth-code", { userId })) as { code: string };
  return signIn(origin, code);
}

/** A rate for everybody, and for each site a budget that is half used or nearly gone. */
async function makeMoney(door: WorkerDoor, world: World): Promise<void> {
  const year = world.now.slice(0, 4);
  for (const [n, { userId }] of world.persons.entries()) {
    await door.call("PUT", `/api/people/${userId}/rates/${year}-01-01`, { fenPerHour: RATES[n % RATES.length] });
  }
  for (const [n, site] of world.sites.entries()) {
    const people = world.persons.filter(({ sites }) => sites.includes(site.id)).length;
    const hours = people * BUDGET_HOURS_A_PERSON + n * 2_000;
    await door.call("PUT", `/api/projects/${site.code}/budget`, {
      version: 0,
      minutes: hours * 60,
      fen: hours * 8_000,
      endsOn: `${year}-12-${18 + n}`,
    });
  }
}

async function makeProject(door: WorkerDoor, { input, place, members }: DemoProject): Promise<void> {
  const { id } = input;
  await door.call("POST", "/api/projects", input);
  const others = members.filter((personId) => !input.managers.includes(personId));
  await door.call("PUT", `/api/projects/${id}/members`, { members: others.map((personId) => ({ personId })) });
  if (place === null) return;
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
