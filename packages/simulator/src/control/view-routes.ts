import { type Context, Hono } from "hono";
import { dayAt, isoText, monthText } from "../company/beijing.ts";
import { CORP_NAME } from "../company/department.ts";
import type { Person } from "../company/person.ts";
import { OFFICE, type Place, SITES } from "../company/site.ts";
import type { House } from "../house.ts";
import { Problem } from "./asked.ts";

const MOST_FOUND = 200;

/** What can be seen of the world without changing it. */
export function viewRoutes(house: House): Hono {
  const { ground } = house;
  const { world, clock, quota } = ground;
  const routes = new Hono();
  routes.get("/state", (context) => context.json(stateOf(house)));
  routes.get("/world", (context) => context.json(worldOf(house)));
  routes.get("/people", (context) => {
    const search = context.req.query("search") ?? "";
    const found = world
      .people()
      .filter(({ name, userId, jobNumber }) => [name, userId, jobNumber].some((text) => text.includes(search)));
    return context.json({ people: found.slice(0, limitOf(context)).map(shownPerson), total: found.length });
  });
  routes.get("/people/:userId", (context) => {
    const person = world.person(context.req.param("userId"));
    if (!person) throw new Problem("nobody here is called so", 404);
    const day = world.workDate(person, clock.now());
    const { plan, punches } = world.workday(person, day, clock.now());
    const shown = punches.map(({ at, type, timeResult, locationResult, spot, source, invalid }) => ({
      at: isoText(at),
      type,
      timeResult,
      locationResult,
      source,
      address: spot.address,
      invalid: invalid?.message ?? null,
    }));
    const points = plan.points.map(({ at, type, covered }) => ({
      at: isoText(at),
      type,
      leave: covered?.type.name ?? null,
    }));
    return context.json({
      person: shownPerson(person),
      day: { shift: plan.shift?.name ?? null, points, punches: shown },
    });
  });
  routes.get("/calls", (context) => {
    const { counted, exempt } = quota.month();
    const log = quota.log.slice(-limitOf(context)).map((entry) => ({ ...entry, at: isoText(entry.at) }));
    return context.json({
      month: monthText(clock.now()),
      counted: quota.used(),
      exempt: sum(exempt),
      byPath: { ...exempt, ...counted },
      log,
    });
  });
  return routes;
}

function stateOf({ ground, delivery, settings }: House): object {
  const { world, clock, quota, faults } = ground;
  return {
    clock: { now: isoText(clock.now()), ms: clock.now(), running: clock.running },
    month: monthText(clock.now()),
    day: dayAt(clock.now()),
    calls: { counted: quota.used(), exempt: sum(quota.month().exempt), limit: settings.monthlyCalls },
    rejected: quota.rejected,
    faults: faults.list(),
    switches: world.switches,
    callback: world.callback && { url: world.callback.url },
    pending: delivery.pending,
    failed: delivery.failed,
  };
}

function worldOf({ ground, settings }: House): object {
  const { world, clock, app } = ground;
  const people = world.people();
  const withWorkers = (place: Place) => ({
    ...place,
    workers: people.filter(({ places }) => places.includes(place.id)).map(({ userId }) => userId),
  });
  return {
    corpId: app.corpId,
    corpName: CORP_NAME,
    seed: settings.seed,
    people: people.length,
    start: isoText(settings.start),
    now: isoText(clock.now()),
    app,
    admin: people.find(({ sysLevel }) => sysLevel === 1)?.userId ?? null,
    sites: SITES.map(withWorkers),
    office: withWorkers(OFFICE),
    departments: world.departments().map(({ id, name, parentId }) => ({ id, name, parentId })),
    persons: people.map(shownPerson),
  };
}

/** A person as the control path shows them. */
export function shownPerson(person: Person): object {
  const { userId, name, title, jobNumber, habit, places, departmentIds, manager, group, leads, sysLevel } = person;
  const own = {
    userId,
    name,
    title,
    jobNumber,
    habit,
    sites: places.filter((id) => id !== OFFICE.id),
    departmentIds,
    manager,
  };
  return { ...own, groupId: group.id, group: group.name, leads, sysLevel };
}

function limitOf(context: Context): number {
  return Math.min(MOST_FOUND, Math.max(1, Number(context.req.query("limit") ?? 50) || 50));
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}
