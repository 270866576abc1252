import { redmine } from "@today/connectors/redmine/connector";
import { openRedmine } from "@today/connectors/redmine/testing-redmine";
import { trello } from "@today/connectors/trello/connector";
import { openTrello } from "@today/connectors/trello/testing-trello";
import { addProject } from "@today/db/testing";
import { retryWorklogs } from "@today/db/worklog-retry";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { type Fate, openPushing, type Pushing } from "../../testing-push.ts";
import { connectProduct } from "../../testing-target.ts";
import type { Town } from "../../testing-town.ts";
import { accountIdOf } from "../read/people.ts";

vi.setConfig({ testTimeout: 240_000 });

type Places = readonly (readonly [project: string, task: string])[];

/** `"5 2026-09-14 12 60"` of every record. */
type There = () => string[];

const fates = fc.array(
  fc.constantFrom<Fate>(
    "fine",
    "fine",
    "fine",
    "lost-before",
    "lost-after",
    "dead-before",
    "dead-after",
    429,
    500,
    503,
  ),
  { maxLength: 12 },
);
const day = { person: fc.nat(1), date: fc.constantFrom("2026-09-14", "2026-09-15"), project: fc.nat(1) };
const state = fc.constantFrom("automatic", "approved", "approved", "waiting", "rejected", "running");
const move = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      ...day,
      kind: fc.constant("book" as const),
      minutes: fc.constantFrom(30, 60, 90),
      state,
      task: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ ...day, kind: fc.constant("decide" as const), state }) },
  { weight: 2, arbitrary: fc.record({ ...day, kind: fc.constant("withdraw" as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ project: fc.nat(1), kind: fc.constant("send elsewhere" as const), place: fc.nat(1) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("plan" as const) }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("push" as const), twice: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("work" as const), shuffle: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("meet" as const), fates }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("die" as const), commits: fc.nat(4) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("wait" as const), minutes: fc.integer({ min: 1, max: 400 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("retry" as const) }) },
);
type Move = typeof move extends fc.Arbitrary<infer T> ? T : never;

const projects = ["lang", "shui"] as const;

interface Scene {
  readonly pushing: Pushing;
  readonly there: There;
  readonly places: Places;
  readonly people: readonly { readonly id: string; readonly there: string }[];
}

async function open(product: "redmine" | "trello"): Promise<Scene> {
  const { places, there, connect, names } = product === "redmine" ? openOneRedmine() : openOneTrello();
  const pushing = await openPushing(connect);
  const { town, id } = pushing;
  const company = { id: town.companyId, db: town.db };
  const rows = await town.db.all<{ id: string; name: string }>(
    "select id, name from person where company_id = ?1 order by id limit 2",
    town.companyId,
  );
  for (const [n, project] of projects.entries()) {
    await addProject(company, { id: project });
    await sendTo(pushing, project, places[n]);
  }
  for (const [n, person] of rows.entries()) {
    await town.db.all(
      `insert into account (company_id, id, source, external_id, user_name, user_key, active, resource, created_at,
         changed_at, keyed_by, state, person_id, rule) values (?1, ?2, 'target:' || ?3, ?4, ?2, ?2, 1, '{}', 0, 0, '', 'matched', ?5, 'hand')`,
      ...[town.companyId, await accountIdOf(id, String(5 + n)), id, String(5 + n), person.id],
    );
  }
  for (const [project, task] of places) {
    await town.db.all(
      `insert into remote_task (company_id, target_id, id, project_id, title, state_id, state_name, closed, read_at)
       values (?1, ?2, ?3, ?4, 't', '1', 'New', 0, 0)`,
      ...[town.companyId, id, task, project],
    );
  }
  const people = rows.map((row, n) => ({
    id: row.id,
    there: names === "names" ? row.name.replace("·", " ") : String(5 + n),
  }));
  return { pushing, there, places, people };
}

function openOneRedmine() {
  const stub = openRedmine({ key: "admin" });
  const connect = (town: Town) => connectProduct(town, redmine, { stub, wish: { approvedOnly: true } });
  const there: There = () =>
    stub.world.entries.map((one) => `${one.user} ${one.spentOn} ${one.issue} ${Math.round(one.hours * 60)}`);
  return {
    connect,
    there,
    names: "ids",
    places: [
      ["1", "12"],
      ["1", "13"],
    ],
  } as const;
}

function openOneTrello() {
  const stub = openTrello();
  const [first, second] = [stub.world.cards[40], stub.world.cards[41]];
  const connect = (town: Town) => connectProduct(town, trello, { stub, wish: { approvedOnly: true } });
  const there: There = () =>
    stub.held().map(({ person, date, minutes }, n) => `${person} ${date} ${stub.world.comments[n]?.card} ${minutes}`);
  const places = [
    [first?.idBoard ?? "", first?.id ?? ""],
    [second?.idBoard ?? "", second?.id ?? ""],
  ] as const;
  return { connect, there, names: "names", places } as const;
}

async function sendTo({ town, id }: Pushing, project: string, place: Places[number] | undefined): Promise<void> {
  await town.db.all(
    `insert into destination (company_id, target_id, project_id, remote_project, remote_task, changed_at, changed_by)
     values (?1, ?2, ?3, ?4, ?5, 0, 'a') on conflict do update set remote_project = excluded.remote_project, remote_task = excluded.remote_task`,
    ...[town.companyId, id, project, place?.[0] ?? "", place?.[1] ?? ""],
  );
}

async function make(scene: Scene, one: Move): Promise<void> {
  const { pushing, people, places } = scene;
  const { town, id } = pushing;
  const { db, companyId, queue, simulator } = town;
  if ("date" in one) {
    const key = [companyId, projects[one.project] ?? "", one.date, people[one.person]?.id ?? ""] as const;
    const where = "company_id = ?1 and project_id = ?2 and date = ?3 and person_id = ?4 and n = 0";
    if (one.kind === "withdraw") await db.all(`delete from allocation where ${where}`, ...key);
    if (one.kind === "decide") await db.all(`update allocation set state = ?5 where ${where}`, ...key, one.state);
    if (one.kind !== "book") return;
    const task = one.task ? `${id}/${places[1 - one.project]?.[1]}` : null;
    await db.all(
      `insert into allocation (company_id, project_id, date, person_id, n, task_id, minutes, basis, place, state)
       values (?1, ?2, ?3, ?4, 0, ?5, ?6, 'pick', 'onsite', ?7)
       on conflict do update set task_id = excluded.task_id, minutes = excluded.minutes, state = excluded.state`,
      ...[...key, task, one.minutes, one.state],
    );
    return;
  }
  if (one.kind === "send elsewhere") await sendTo(pushing, projects[one.project] ?? "", places[one.place]);
  if (one.kind === "plan") queue.push({ kind: "plan-worklogs" });
  if (one.kind === "push")
    for (let n = 0; n <= Number(one.twice); n += 1) queue.push({ kind: "push-worklogs", targetId: id });
  if (one.kind === "work") queue.sort((a, b) => (a.kind < b.kind ? one.shuffle - 1.5 : 1.5 - one.shuffle));
  if (one.kind === "meet") pushing.meet((call) => one.fates[call - 1] ?? "fine");
  if (one.kind === "wait") await simulator.advanceTo(simulator.now() + one.minutes * 60_000);
  if (one.kind === "wait") queue.push({ kind: "resume" });
  if (one.kind === "retry") await retryAll(scene);
  if (one.kind === "die") pushing.dieAfterCommits(one.commits);
  if (["plan", "push", "work", "die"].includes(one.kind) && queue.length > 0) await pushing.step();
}

async function retryAll({ pushing: { town, id } }: Scene): Promise<void> {
  const [admin] = await town.db.all<{ id: string }>(
    "select person_id as id from role_grant where company_id = ?1 and role = 'admin'",
    town.companyId,
  );
  const author = {
    company: town.companyId,
    person: admin?.id ?? "",
    today: "2026-09-17",
    at: town.simulator.now(),
    channel: "app",
  };
  await retryWorklogs(town.db, author, { targetId: id, keys: null });
}

/** What should be there: approved minutes by person, date and task of theirs. */
async function ours({ pushing: { town, id }, people }: Scene): Promise<Map<string, number>> {
  const rows = await town.db.all<{ person: string; date: string; task: string; minutes: number }>(
    `select a.person_id as person, a.date, iif(a.task_id like ?2 || '/%', substr(a.task_id, length(?2) + 2), d.remote_task) as task,
       a.minutes from allocation a join destination d on d.company_id = ?1 and d.target_id = ?2 and d.project_id = a.project_id
      where a.company_id = ?1 and a.state in ('automatic', 'approved')`,
    ...[town.companyId, id],
  );
  return summed(
    rows.map(({ person, date, task, minutes }) => {
      return `${people.find((one) => one.id === person)?.there} ${date} ${task} ${minutes}`;
    }),
  );
}

function summed(rows: readonly string[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) {
    const at = row.lastIndexOf(" ");
    const [place, minutes] = [row.slice(0, at), Number(row.slice(at + 1))];
    sums.set(place, (sums.get(place) ?? 0) + minutes);
  }
  return sums;
}

const booked = { kind: "book", person: 1, date: "2026-09-14", project: 1, minutes: 30, state: "automatic" } as const;

/** The worklog of a task is taken to be sent at the moment in which planning finds that it is not wanted any more. */
const sentWhileItIsPlannedAway: Move[] = [
  { kind: "die", commits: 0 },
  { ...booked, task: true },
  { kind: "push", twice: false },
  { kind: "plan" },
  { kind: "die", commits: 0 },
  { ...booked, task: false },
];

test.each(["redmine", "trello"] as const)(
  "whatever happens in whatever order, in the end theirs is ours: %s",
  async (product) => {
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 8, maxLength: 30, size: "max" }), async (moves) => {
        const scene = await open(product);
        for (const one of moves) await make(scene, one);
        scene.pushing.meet(() => "fine");
        await retryAll(scene);
        await scene.pushing.calmDown();
        expect(summed(scene.there())).toEqual(await ours(scene));
        const done = await scene.pushing.town.db.all<{ key: string }>(
          "select key from worklog where company_id = ?1 and remote_id is not null",
          scene.pushing.town.companyId,
        );
        expect(scene.there()).toHaveLength(done.length);
      }),
      { numRuns: 25, examples: [[sentWhileItIsPlannedAway]] },
    );
  },
);
