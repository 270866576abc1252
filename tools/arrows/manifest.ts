import { readFileSync } from "node:fs";
import { join } from "node:path";
import { TOOLS } from "./house.ts";

/** Libraries in the root manifest, where every room could reach them. */
export function findRootLibraries(root: string): string[] {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return Object.keys({ ...dependencies, ...devDependencies })
    .filter((name) => !TOOLS.includes(name))
    .map((name) => `package.json: "${name}" is no tool; list it in the room that needs it`);
}
