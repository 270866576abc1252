import { Hono } from "hono";
import type { Department } from "../company/department.ts";
import { departmentEvent } from "../events/event.ts";
import type { House } from "../house.ts";
import { membersOf } from "../routes/directory-tree.ts";
import { askedOf, optionalNumber, optionalText, Problem, textIn } from "./asked.ts";

const ROOT = 1;

/** Departments that come, change and go; each is a contact event. */
export function departmentRoutes({ ground, delivery, changed }: House): Hono {
  const { world, clock } = ground;
  const routes = new Hono();
  const told = async (...[type, department]: [Parameters<typeof departmentEvent>[0], Department]) => {
    if (world.switches.contactEvents) delivery.push(departmentEvent(type, department, clock.now()));
    await delivery.deliverDue();
    changed();
  };
  const known = (id: number | null): Department => {
    const found = world.departments().find((one) => one.id === id);
    if (!found) throw new Problem("there is no such department", 404);
    return found;
  };

  routes.post("/departments", async (context) => {
    const asked = await askedOf(context.req.raw);
    const parentId = known(optionalNumber(asked, "parentId") ?? ROOT).id;
    const id = Math.max(...world.departments().map((one) => one.id)) + 1;
    const department = { id, name: textIn(asked, "name"), parentId, leader: null };
    world.apply({ kind: "department", department });
    await told("org_dept_create", department);
    return context.json({ department });
  });

  routes.patch("/departments/:id", async (context) => {
    const before = known(Number(context.req.param("id")));
    const asked = await askedOf(context.req.raw);
    const parentId = optionalNumber(asked, "parentId");
    const department = {
      ...before,
      name: optionalText(asked, "name") ?? before.name,
      parentId: parentId === null ? before.parentId : known(parentId).id,
    };
    world.apply({ kind: "department", department });
    await told("org_dept_modify", department);
    return context.json({ department });
  });

  routes.delete("/departments/:id", async (context) => {
    const department = known(Number(context.req.param("id")));
    const isUsed = world.departments().some(({ parentId }) => parentId === department.id);
    if (isUsed || membersOf(world, department.id).length > 0) throw new Problem("the department is not empty");
    world.apply({ kind: "department-end", id: department.id });
    await told("org_dept_remove", department);
    return context.json({ department });
  });
  return routes;
}
