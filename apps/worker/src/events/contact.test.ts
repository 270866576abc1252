import { expect, test } from "vitest";
import { keepEvent } from "../keep-event.ts";
import { takeEvent } from "../operations/take-event.ts";
import { departmentsOf, openTown, type Town } from "../testing-town.ts";

async function change(town: Town, path: string, method: string, body: object = {}): Promise<Record<string, unknown>> {
  const request = new Request(`http://simulator/_simulator/${path}`, { method, body: JSON.stringify(body) });
  const answer = await town.simulator.fetch(request);
  expect(answer.status, path).toBe(200);
  await town.drain();
  return answer.json();
}

test("a department comes, gets another name and place, and goes, at once", async () => {
  const town = await openTown();
  await town.listen();
  const before = await departmentsOf(town);
  const { department } = await change(town, "departments", "POST", { name: "检测中心", parentId: 512030040 });
  const { id } = department as { id: number };
  const made = { id: String(id), parent_id: "512030040", name: "检测中心" };
  expect(await departmentsOf(town)).toEqual([...before, made]);
  await change(town, `departments/${id}`, "PATCH", { name: "检测所", parentId: 1 });
  expect(await departmentsOf(town)).toEqual([...before, { ...made, name: "检测所", parent_id: "1" }]);
  await change(town, `departments/${id}`, "DELETE");
  expect(await departmentsOf(town)).toEqual(before);
});

test("events of a department leave its last state in whatever order they are taken", async () => {
  const town = await openTown();
  await town.listen();
  const before = await departmentsOf(town);
  const send = (path: string, method: string, body: object = {}) =>
    town.simulator.fetch(new Request(`http://simulator/_simulator/${path}`, { method, body: JSON.stringify(body) }));
  await send("departments/512030060", "PATCH", { name: "安全部" });
  await send("departments/512030060", "PATCH", { name: "质量部" });
  const { department } = await (await send("departments", "POST", { name: "短命部" })).json<{
    department: { id: number };
  }>();
  await send(`departments/${department.id}`, "DELETE");
  town.queue.reverse();
  await town.drain();
  expect(await departmentsOf(town)).toEqual(
    before.map((one) => (one.id === "512030060" ? { ...one, name: "质量部" } : one)),
  );
});

test("who is named in a leave event that comes late, and is listed again, stays", async () => {
  const town = await openTown();
  const ctx = await town.context();
  const late = { id: "late", type: "user_leave_org", corpId: null, bornAt: ctx.now - 3_700_000 } as const;
  await keepEvent(ctx, { ...late, userIds: ["zhao001"] });
  await takeEvent(ctx, "late");
  await keepEvent(ctx, { ...late, id: "now", bornAt: ctx.now, userIds: ["li002"] });
  await takeEvent(ctx, "now");
  const left = await town.db.all("select id from person where company_id = ?1 and active = 0", town.companyId);
  expect(left).toEqual([{ id: "li002" }]);
});
