import { walk } from "@today/connectors/page";
import { expect, test } from "vitest";
import type { MappingPreview } from "../../contract.ts";
import { planWorklogs } from "../../operations/plan-worklogs.ts";
import { pushTasks } from "../../operations/push-tasks.ts";
import { pushWorklogs } from "../../operations/push-worklogs.ts";
import { openConnected, products, productTarget as target } from "../../testing-products.ts";
import { openTarget } from "../open.ts";

const base = { table: null, optional: true } as const;
const rules = [
  {
    ...base,
    of: "worklog",
    to: "note",
    from: "{date} {project.mark} {person.number} {hours}h {place} {task.title} 👷",
  },
  { ...base, of: "task", to: "title", from: "{project.code}：{title}" },
  { ...base, of: "task", to: "description", from: "{asker.name} 安排，{deadline} 前完成" },
  { ...base, of: "task", to: "dueOn", from: "{deadline}" },
];
const activity = {
  ...{ ...base, of: "worklog", to: "activity", from: "{person.position}" },
  table: { rows: { PM: "10" }, otherwise: "8" },
};

async function open([kind, connector, openStub]: (typeof products)[number]) {
  const stub = openStub();
  const { house, context } = await openConnected(connector, stub);
  await house.db.batch([
    house.db.prepare("update person set job_number = '007', title = '项目经理' where company_id = ?1", house.id),
    house.db.prepare("insert into title_position values (?1, '项目经理', 'PM')", house.id),
    house.db.prepare(
      `insert into allocation (company_id, project_id, date, person_id, n, minutes, basis, place, overtime, state, reasons)
       values (?1, 'lang', '2026-09-14', 'zhao', 0, 450, 'site', 'onsite', null, 'automatic', '[]')`,
      house.id,
    ),
  ]);
  const { session } = await openTarget(await context(), target);
  const { task } = stub;
  const { listTasks } = session;
  if (listTasks === undefined) throw new Error("no tasks");
  for await (const one of walk((cursor) => listTasks(task.projectId, { since: null, cursor }))) {
    if (one.id !== task.taskId) continue;
    await house.db.all(
      `insert into remote_task (company_id, target_id, id, project_id, title, state_id, state_name, closed, due_on,
         updated_at, read_at)
       values (?1, ?2, ?3, ?4, ?5, '1', '', 0, '2026-09-30', 1, 1)`,
      ...[house.id, target, one.id, one.projectId, one.title],
    );
  }
  const lin = house.as("lin");
  const mine = kind === "redmine" ? [...rules, activity] : rules;
  const put = await lin.call("PUT", `/api/targets/${target}/mapping`, { version: 0, rules: mine });
  expect(put.status).toBe(200);
  const { body } = await lin.call<MappingPreview>("POST", `/api/targets/${target}/mapping/previews`, { rules: mine });
  return { stub, house, lin, context, preview: body };
}

test.each(products)("%s: what a preview shows of hours is what arrives", async (...product) => {
  const { stub, context, preview } = await open(product);
  await planWorklogs(await context());
  await pushWorklogs(await context(), { targetId: target });
  const [held] = stub.held();
  const { note = "", ...extra } = preview.worklog?.values ?? {};
  expect(note).toMatch(/^2026-09-14 \S+ 007 7.5h 现场 /);
  expect(held).toMatchObject({ minutes: 450, date: "2026-09-14" });
  expect(held?.text).toContain(note);
  if (stub.extra !== undefined) expect(held?.extra).toEqual(extra);
});

test.each(products)("%s: what a preview shows of a task is what arrives", async (...product) => {
  const { stub, house, lin, context, preview } = await open(product);
  const [shown] = await house.db.all<{ title: string }>(
    "select title from remote_task where company_id = ?1",
    house.id,
  );
  const wish = { id: crypto.randomUUID(), projectId: "lang", title: shown?.title, deadline: "2026-09-30" };
  expect((await lin.call("POST", `/api/targets/${target}/tasks`, wish)).status).toBe(202);
  await pushTasks(await context(), { targetId: target });
  const [made] = stub.made();
  const { title, description = "", dueOn } = preview.task?.values ?? {};
  expect(made).toMatchObject({ title, dueOn });
  expect(description).toBe("lin 安排，2026-09-30 前完成");
  expect(made?.description).toContain(description);
});
