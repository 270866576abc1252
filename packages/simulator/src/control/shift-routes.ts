import { Hono } from "hono";
import { type Day, dayAt, dayText, isoText, midnight, parseDay } from "../company/beijing.ts";
import { ALL_GROUPS } from "../company/group.ts";
import type { Person } from "../company/person.ts";
import type { House } from "../house.ts";
import { newestEdition, type ShiftEdition } from "../world/shift-book.ts";
import type { World } from "../world/world.ts";
import { type Asked, askedOf, numberIn, optionalText, Problem, textIn } from "./asked.ts";
import { shiftIn } from "./shift-asked.ts";

const NEW_IDS = 677_996_000;
const NEW_VERSIONS = 588_656_000;
const MOST_DAYS = 400;

/** Shifts, schedules and groups as an attendance administrator changes them, also for days that are over. */
export function shiftRoutes(house: House): Hono {
  const routes = new Hono();
  for (const add of [addShifts, addSchedules, addMembers]) add(routes, house);
  return routes;
}

async function tell({ ground, delivery, changed }: House, type: string, fields: object): Promise<void> {
  const { switches } = ground.world;
  const isOn = type === "attendance_schedule_change" ? switches.scheduleEvents : switches.attendanceEvents;
  if (isOn) delivery.push({ type, counted: true, bornAt: ground.clock.now(), fields: { ...fields } });
  await delivery.deliverDue();
  changed();
}

function addShifts(routes: Hono, house: House): void {
  const { world, clock, app } = house.ground;
  const publish = async (edition: ShiftEdition, action: string) => {
    world.apply({ kind: "shift", edition });
    const { id, name } = edition.shift;
    await tell(house, "attend_shift_change", { corpid: app.corpId, id, name, action: `attend_shift_${action}` });
    return { shift: shown(edition) };
  };
  const count = () => world.shiftBook.editions.length;
  routes.get("/shifts", (context) => context.json({ shifts: world.shiftBook.editions.map(shown) }));
  routes.post("/shifts", async (context) => {
    const own = { id: NEW_IDS + count(), version: NEW_VERSIONS + count(), before: null };
    const shift = shiftIn(await askedOf(context.req.raw), own);
    return context.json(await publish({ shift, from: 0, madeAt: clock.now(), isDeleted: false }, "create"));
  });
  routes.patch("/shifts/:id", async (context) => {
    const asked = await askedOf(context.req.raw);
    const { shift: before } = editionCalled(world, context.req.param("id"));
    const shift = shiftIn(asked, { id: before.id, version: NEW_VERSIONS + count(), before });
    const from = dayIn(asked, "from", dayAt(clock.now()));
    return context.json(await publish({ shift, from, madeAt: clock.now(), isDeleted: false }, "update"));
  });
  routes.delete("/shifts/:id", async (context) => {
    const edition = editionCalled(world, context.req.param("id"));
    return context.json(await publish({ ...edition, madeAt: clock.now(), isDeleted: true }, "delete"));
  });
}

function addSchedules(routes: Hono, house: House): void {
  const { world, clock, app } = house.ground;
  routes.post("/schedules", async (context) => {
    const asked = await askedOf(context.req.raw);
    const { userId } = personIn(world, asked);
    const from = dayIn(asked, "from", dayAt(clock.now()));
    const to = dayIn(asked, "to", from);
    if (to < from || to - from >= MOST_DAYS) throw new Problem("from and to are no span of up to 400 days");
    const shiftId = numberIn(asked, "shiftId");
    if (shiftId !== 0) editionCalled(world, String(shiftId));
    const madeAt = clock.now();
    const days = Array.from({ length: to - from + 1 }, (_, offset) => from + offset);
    const entries = days.map((day) => ({ userId, day, shiftId: shiftId === 0 ? null : shiftId, madeAt }));
    world.apply({ kind: "schedule", entries });
    const row = { corpId: app.corpId, userIds: [userId], type: "modify" };
    const dates = { workDateBegin: midnight(from), workDateEnd: midnight(to) };
    await tell(house, "attendance_schedule_change", { DataList: [{ ...row, ...dates }] });
    return context.json({ schedule: { userId, from: dayText(from), to: dayText(to), shiftId } });
  });
}

function addMembers(routes: Hono, house: House): void {
  const { world, clock, app } = house.ground;
  routes.post("/group-members", async (context) => {
    const asked = await askedOf(context.req.raw);
    const { userId } = personIn(world, asked);
    const group = ALL_GROUPS.find(({ id }) => id === numberIn(asked, "groupId"));
    if (!group) throw new Problem("no group is called so", 404);
    const from = dayIn(asked, "from", dayAt(clock.now()));
    world.apply({ kind: "move", userId, groupId: group.id, from });
    const { id, name } = group;
    await tell(house, "attend_group_change", { corpid: app.corpId, id, name, action: "attend_group_update" });
    return context.json({ userId, groupId: id, group: name, from: dayText(from) });
  });
}

function editionCalled(world: World, text: string): ShiftEdition {
  const edition = newestEdition(world.shiftBook, Number(text));
  if (!edition || edition.isDeleted) throw new Problem("no shift is called so", 404);
  return edition;
}

function personIn(world: World, asked: Asked): Person {
  const person = world.person(textIn(asked, "userId"));
  if (!person) throw new Problem("nobody here is called so", 404);
  return person;
}

function dayIn(asked: Asked, name: string, otherwise: Day): Day {
  const text = optionalText(asked, name);
  if (text === null) return otherwise;
  const day = parseDay(text);
  if (day === null) throw new Problem(`${name} is not like 2026-09-15`);
  return day;
}

function shown({ shift, from, madeAt, isDeleted }: ShiftEdition): object {
  return { ...shift, from: dayText(from), madeAt: madeAt === 0 ? null : isoText(madeAt), isDeleted };
}
