import { randomUUID } from "node:crypto";
import { vi } from "vitest";
import { ask, company } from "./testing-company.ts";
import type { Product } from "./testing-product.ts";

/** Whose accounts there have an e-mail of ours; the next are linked by hand, the last two by nobody. */
const BY_MAIL = 24;
const BY_HAND = 4;
const ISSUES = 3;

/** The projects and people of the demo company as they are at Redmine. */
export interface Ground {
  /** Redmine's id by ours, of everybody there. */
  readonly accounts: ReadonlyMap<string, string>;
  readonly byHand: readonly string[];
  readonly nobody: readonly string[];
  readonly projects: readonly { readonly id: string; readonly issues: readonly string[] }[];
}

/** Lays out at Redmine: thirty people in a group, three projects and one below the first, issues in each. People are the same for all names. */
export async function layGround({ world }: Product, called: string): Promise<Ground> {
  // The same Redmine may have been used before.
  const name = `${called}-${Date.now().toString(36)}`;
  const ids = world.persons.map(({ userId }) => userId);
  const { users } = (await ask("/users.json?limit=100")) as { users: { id: number; login: string }[] };
  const accounts = new Map<string, string>();
  for (const [n, userId] of ids.entries()) {
    const login = `today-${userId}`;
    const there = users.find((one) => one.login === login);
    accounts.set(userId, String(there?.id ?? (await makeUser(login, { userId, n }))));
  }
  const group = (await post("/groups.json", { group: { name, user_ids: [...accounts.values()] } })) as Made<"group">;
  const projects: { id: string; issues: string[] }[] = [];
  for (const n of [0, 1, 2, 3]) {
    const [above] = projects;
    const parent = n === 3 && above !== undefined ? { parent_id: above.id } : {};
    projects.push(await makeProject({ identifier: `${name}-${n}`, ...parent }, group.group.id));
  }
  return { accounts, projects, byHand: ids.slice(BY_MAIL, BY_MAIL + BY_HAND), nobody: ids.slice(BY_MAIL + BY_HAND) };
}

type Made<Name extends string> = Record<Name, { readonly id: number }>;

function post(path: string, body: object): Promise<unknown> {
  return ask(path, { method: "POST", body: JSON.stringify(body) });
}

async function makeUser(login: string, { userId, n }: { readonly userId: string; readonly n: number }) {
  const mail = n < BY_MAIL ? `${userId}@example.com` : `account-${n}@example.net`;
  const facts = { login, firstname: userId, lastname: "示例", mail, password: "a-long-password" };
  const { user } = (await post("/users.json", { user: facts })) as Made<"user">;
  return user.id;
}

async function makeProject(named: { readonly identifier: string; readonly parent_id?: string }, group: number) {
  const { roles } = (await ask("/roles.json")) as { roles: { id: number; name: string }[] };
  const { trackers } = (await ask("/trackers.json")) as { trackers: { id: number }[] };
  const modules = {
    enabled_module_names: ["issue_tracking", "time_tracking"],
    tracker_ids: trackers.map(({ id }) => id),
  };
  const facts = { ...named, ...modules, name: named.identifier, is_public: false };
  const { project } = (await post("/projects.json", { project: facts })) as Made<"project">;
  const id = String(project.id);
  const role_ids = roles.filter((one) => one.name === "施工").map((one) => one.id);
  await post(`/projects/${id}/memberships.json`, { membership: { user_id: group, role_ids } });
  const issues: string[] = [];
  for (let n = 1; n <= ISSUES; n += 1) {
    const wanted = { project_id: id, tracker_id: trackers[0]?.id, subject: `工序${n}` };
    const { issue } = (await post("/issues.json", { issue: wanted })) as Made<"issue">;
    issues.push(String(issue.id));
  }
  return { id, issues };
}

/** How a product is connected with the Redmine behind an address. */
export interface Wish {
  readonly address: string;
  readonly startsOn: string;
  /** Where hours of ours go: a project there and, of its issues, which; null is the project alone. */
  readonly routes: Readonly<Record<string, readonly [project: number, issue: number | null]>>;
}

/** Connects through the product's own API, reads what is there, links and puts it on; gives the target's id. */
export async function connect(product: Product, ground: Ground, { address, startsOn, routes }: Wish): Promise<string> {
  const { admin } = product;
  const id = randomUUID();
  const settings = { address, key: company.keys.admin };
  const facts = { id, kind: "redmine", name: "真 Redmine", settings, startsOn, pace: "at-once", approvedOnly: true };
  await admin.call("POST", "/api/targets", facts);
  const check = (await admin.call("POST", `/api/targets/${id}/checks`)) as { works: boolean; problems: string[] };
  if (!check.works || check.problems.length > 0) throw new Error(JSON.stringify(check));
  await read(product, id);
  for (const [ours, [project]] of Object.entries(routes)) {
    const to = { version: 0, remoteProject: ground.projects[project]?.id };
    await admin.call("PUT", `/api/targets/${id}/destinations/${ours}`, to);
  }
  // Tasks and members are read of projects that hours go to, and only a task that was read can be named.
  await read(product, id);
  for (const [ours, [project, issue]] of Object.entries(routes)) {
    if (issue === null) continue;
    const { id: remoteProject, issues = [] } = ground.projects[project] ?? {};
    const to = { version: 1, remoteProject, remoteTask: issues[issue] };
    await admin.call("PUT", `/api/targets/${id}/destinations/${ours}`, to);
  }
  await linkByHand(admin, id, ground);
  await turn(admin, id, { state: "on" });
  return id;
}

/** Changes a target as it is now. */
export async function turn(admin: Product["admin"], id: string, change: object): Promise<void> {
  const { version } = (await admin.call("GET", `/api/targets/${id}`)) as { version: number };
  await admin.call("PATCH", `/api/targets/${id}`, { version, ...change });
}

async function read(product: Product, id: string): Promise<void> {
  await product.admin.call("POST", `/api/targets/${id}/runs`, { kind: "read", full: true });
  await ended(product, id, "read");
}

/** Waits until the last reading, comparison or mending has ended well, and lets time pass where that waits for it. */
export async function ended({ admin, advance }: Product, id: string, kind: "read" | "compare"): Promise<void> {
  await vi.waitFor(
    async () => {
      const { runs } = (await admin.call("GET", `/api/targets/${id}/runs?kind=${kind}`)) as {
        runs: { state: string; nextAt: string | null; aside: unknown[] }[];
      };
      const [run] = runs;
      if (run?.state === "running" && run.nextAt !== null) await advance(1);
      if (run?.state !== "done" || run.aside.length > 0) throw new Error(JSON.stringify(run));
    },
    { timeout: 120_000, interval: 1000 },
  );
}

interface Account {
  readonly id: string;
  readonly displayName: string;
}

async function linkByHand(admin: Product["admin"], id: string, { byHand }: Ground): Promise<void> {
  for (const person of byHand) {
    const path = `/api/targets/${id}/people?q=${person}`;
    const { people } = (await admin.call("GET", path)) as { people: Account[] };
    const account = people.find((one) => one.displayName.startsWith(`${person} `));
    if (account === undefined) throw new Error(`${person} is not listed`);
    await admin.call("PUT", `/api/accounts/${account.id}/person`, { person });
  }
}
