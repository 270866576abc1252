import { Hono } from "hono";
import { dayAt } from "../company/beijing.ts";
import { wordFor } from "../company/name.ts";
import { complete, type Person } from "../company/person.ts";
import { OFFICE, placeCalled } from "../company/site.ts";
import { contactEvent } from "../events/event.ts";
import type { House } from "../house.ts";
import type { PersonChange } from "../world/action.ts";
import { type Asked, askedOf, optionalNumber, optionalText, Problem, textIn } from "./asked.ts";
import { shownPerson } from "./view-routes.ts";

/** People who come, change and go; each is a contact event. */
export function employeeRoutes({ ground, delivery, changed }: House): Hono {
  const { world, clock, seed, tokens } = ground;
  const routes = new Hono();
  const told = async (...event: Parameters<typeof contactEvent>) => {
    if (world.switches.contactEvents) delivery.push(contactEvent(...event));
    await delivery.deliverDue();
    changed();
  };
  const known = (userId: string) => {
    const person = world.person(userId);
    if (!person) throw new Problem("nobody here is called so", 404);
    return person;
  };

  routes.post("/employees", async (context) => {
    const person = newcomer(await askedOf(context.req.raw), {
      seed,
      index: world.nextIndex(),
      today: dayAt(clock.now()),
    });
    const { group, ...rest } = person;
    world.apply({ kind: "hire", person: rest, groupId: group.id });
    await told("user_add_org", person, { at: clock.now() });
    return context.json({ person: shownPerson(person) });
  });

  routes.patch("/employees/:userId", async (context) => {
    const before = known(context.req.param("userId"));
    const change = changeIn(
      await askedOf(context.req.raw),
      ground.world.departments().map(({ id }) => id),
    );
    world.apply({ kind: "change", userId: before.userId, change });
    const after = known(before.userId);
    const diff = { userid: before.userId, prev: { name: before.name }, curr: { name: after.name } };
    await told("user_modify_org", after, { at: clock.now(), diff });
    return context.json({ person: shownPerson(after) });
  });

  routes.delete("/employees/:userId", async (context) => {
    const person = known(context.req.param("userId"));
    world.apply({ kind: "depart", userId: person.userId, at: clock.now() });
    await told("user_leave_org", person, { at: clock.now() });
    return context.json({ person: shownPerson(person) });
  });

  routes.post("/auth-code", async (context) => {
    const { userId } = known(textIn(await askedOf(context.req.raw), "userId"));
    return context.json({ code: tokens.issueCode("client", userId) });
  });
  return routes;
}

function newcomer(asked: Asked, { seed, index, today }: { seed: number; index: number; today: number }): Person {
  const name = textIn(asked, "name");
  const place = placeCalled(optionalText(asked, "site") ?? OFFICE.id);
  if (!place) throw new Problem("site is no site");
  const person = complete(seed, index, {
    name,
    word: wordFor(name),
    title: optionalText(asked, "title") ?? "员工",
    departmentIds: [optionalNumber(asked, "departmentId") ?? place.departmentId],
    leads: [],
    manager: place.manager,
    sysLevel: 0,
    habit: place === OFFICE ? "office" : "site",
    places: [place.id],
  });
  return { ...person, hiredOn: today };
}

function changeIn(asked: Asked, departments: readonly number[]): PersonChange {
  const name = optionalText(asked, "name");
  const title = optionalText(asked, "title");
  const departmentId = optionalNumber(asked, "departmentId");
  if (departmentId !== null && !departments.includes(departmentId)) throw new Problem("there is no such department");
  return {
    ...(name === null ? {} : { name }),
    ...(title === null ? {} : { title }),
    ...(departmentId === null ? {} : { departmentIds: [departmentId] }),
  };
}
