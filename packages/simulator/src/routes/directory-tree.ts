import type { Department } from "../company/department.ts";
import type { Person } from "../company/person.ts";
import { type Call, numberOr } from "../wire/call.ts";
import { OldRefusal } from "../wire/refusal.ts";
import type { World } from "../world/world.ts";

interface Tree {
  readonly version: number;
  readonly byId: ReadonlyMap<number, Department>;
  readonly children: ReadonlyMap<number, readonly Department[]>;
  readonly members: ReadonlyMap<number, readonly Person[]>;
}

const trees = new WeakMap<World, Tree>();

/** The department that `dept_id` names, the root without it; 60003 if there is none. */
export function departmentOf(world: World, call: Call): Department {
  const found = treeOf(world).byId.get(numberOr(call, "dept_id", 1));
  if (!found) throw new OldRefusal(60003, "部门不存在");
  return found;
}

/** Those who sit directly in a department, in the order of their numbers. */
export function membersOf(world: World, departmentId: number): readonly Person[] {
  return treeOf(world).members.get(departmentId) ?? [];
}

/** The departments one level below. */
export function childrenOf(world: World, departmentId: number): readonly Department[] {
  return treeOf(world).children.get(departmentId) ?? [];
}

/** From a department up to the root, itself first. */
export function pathOf(world: World, departmentId: number): number[] {
  const path: number[] = [];
  for (let id = departmentId; id > 0; id = treeOf(world).byId.get(id)?.parentId ?? 0) path.push(id);
  return path;
}

/** How many people a department has with all that is below it. */
export function headCount(world: World, departmentId: number): number {
  const below = childrenOf(world, departmentId).reduce((sum, { id }) => sum + headCount(world, id), 0);
  return below + membersOf(world, departmentId).length;
}

/** Everybody in a department and below it. */
export function peopleUnder(world: World, departmentId: number): Person[] {
  const below = childrenOf(world, departmentId).flatMap(({ id }) => peopleUnder(world, id));
  return [...new Set([...membersOf(world, departmentId), ...below])];
}

function treeOf(world: World): Tree {
  const known = trees.get(world);
  if (known && known.version === world.version) return known;
  const departments = world.departments();
  const tree: Tree = {
    version: world.version,
    byId: new Map(departments.map((department) => [department.id, department])),
    children: grouped(departments, ({ parentId }) => [parentId]),
    members: grouped(world.people(), ({ departmentIds }) => departmentIds),
  };
  trees.set(world, tree);
  return tree;
}

function grouped<T>(things: readonly T[], keysOf: (thing: T) => readonly number[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const thing of things) {
    for (const key of keysOf(thing)) {
      const list = groups.get(key);
      if (list) list.push(thing);
      else groups.set(key, [thing]);
    }
  }
  return groups;
}
