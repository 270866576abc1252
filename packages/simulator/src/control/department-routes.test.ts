import { expect, test } from "vitest";
import { open } from "../testing.ts";

const namesOf = (world: ReturnType<typeof open>) => world.simulator.world.departments().map(({ name }) => name);

test("a department comes, gets another name and goes", async () => {
  const world = open();
  const { body } = await world.control("departments", { name: "检测中心", parentId: 512030040 });
  const { id } = body.department as unknown as { id: number };
  await world.control(`departments/${id}`, { name: "检测所", parentId: 1 }, "PATCH");
  expect(world.simulator.world.departments()).toContainEqual({ id, name: "检测所", parentId: 1, leader: null });
  await world.control(`departments/${id}`, {}, "DELETE");
  expect(namesOf(world)).not.toContain("检测所");
});

test("one with people or departments in it does not go, and nobody changes one that is not there", async () => {
  const world = open();
  expect((await world.control("departments/512030010", {}, "DELETE")).status).toBe(400);
  expect((await world.control("departments/7", { name: "无" }, "PATCH")).status).toBe(404);
  expect((await world.control("departments", { name: "无", parentId: 7 }, "POST")).status).toBe(404);
  expect(namesOf(world)).toContain("工程一部");
});
