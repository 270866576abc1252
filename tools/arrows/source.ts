import { globSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { parseSync } from "oxc-parser";

/** One import, dynamic import, re-export or type import of a source file. */
export interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
  /** The imported file of this house, for instance "packages/core/src/workday.ts"; null for a package from outside. */
  readonly target: string | null;
}

export interface Source {
  readonly path: string;
  readonly isTest: boolean;
  readonly lines: number;
  readonly imports: readonly Import[];
  /** Does it hold nothing but `export … from`? */
  readonly onlyReExports: boolean;
  readonly readsClock: boolean;
}

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const FILES = ["{apps,packages}/*/{src,journeys}/**/*.{ts,tsx}", "tools/**/*.{ts,mjs}"];
const TEST = /\.test\.tsx?$|\/(journeys|testing)\/|\/testing(-[\w-]+)?\.tsx?$/;

/** Reads every source file of the rooms under `root`. */
export function readSources(root: string): Source[] {
  const scopes = readScopes(root);
  return globSync(FILES, { cwd: root })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => !path.endsWith(".d.ts"))
    .sort()
    .map((path) => readSource(path, readFileSync(join(root, path), "utf8"), scopes));
}

/** The names of our packages with their rooms and doors: "@today/core" → packages/core. */
export type Scopes = ReadonlyMap<string, { readonly room: string; readonly doors: Readonly<Record<string, string>> }>;

function readScopes(root: string): Scopes {
  const manifests = globSync("{apps,packages}/*/package.json", { cwd: root }).map((file) => file.replaceAll("\\", "/"));
  return new Map(
    manifests.map((file) => {
      const { name, exports } = JSON.parse(readFileSync(join(root, file), "utf8"));
      return [name, { room: dirname(file), doors: exports ?? {} }];
    }),
  );
}

function readSource(path: string, text: string, scopes: Scopes): Source {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  const found: Import[] = [];
  let readsClock = false;
  visit(program as unknown as Node, (node) => {
    const specifier = specifierOf(node);
    if (specifier) found.push({ ...specifier, target: resolve(path, specifier.specifier, scopes) });
    readsClock ||= isClockReading(node);
  });
  const body = program.body as unknown as Node[];
  return {
    path,
    isTest: TEST.test(path),
    lines: text.split("\n").length - (text.endsWith("\n") ? 1 : 0),
    imports: found,
    onlyReExports: body.length > 0 && body.every(isReExport),
    readsClock,
  };
}

function visit(node: Node, look: (node: Node) => void): void {
  look(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (typeof child === "object" && child !== null && "type" in child) visit(child, look);
    }
  }
}

function specifierOf(node: Node): { specifier: string; typeOnly: boolean } | null {
  const { source } = node as { source?: { value?: unknown } };
  if (typeof source?.value !== "string") return null;
  const specifiers = (node.specifiers ?? []) as { importKind?: string; exportKind?: string }[];
  const everyType =
    specifiers.length > 0 && specifiers.every((one) => one.importKind === "type" || one.exportKind === "type");
  const typeOnly =
    node.type === "TSImportType" || node.importKind === "type" || node.exportKind === "type" || everyType;
  return { specifier: source.value, typeOnly };
}

function isReExport(statement: Node): boolean {
  if (statement.type === "ExportAllDeclaration") return true;
  return statement.type === "ExportNamedDeclaration" && Boolean(statement.source);
}

function isClockReading(node: Node): boolean {
  const callee = node.callee as Node | undefined;
  const noArguments = Array.isArray(node.arguments) && node.arguments.length === 0;
  if (node.type === "NewExpression") return noArguments && callee?.name === "Date";
  if (node.type !== "CallExpression" || callee?.type !== "MemberExpression") return false;
  return (callee.object as Node).name === "Date" && (callee.property as Node).name === "now";
}

function resolve(from: string, specifier: string, scopes: Scopes): string | null {
  if (specifier.startsWith(".")) return posix.join(posix.dirname(from), specifier);
  const [scope, name, ...rest] = specifier.split("/");
  const home = scopes.get(`${scope}/${name}`);
  return home ? posix.join(home.room, throughDoor(`./${rest.join("/")}`, home.doors)) : null;
}

/** A package opens its files by pattern: "./time/*" → "./src/time/*.ts". */
function throughDoor(subpath: string, doors: Readonly<Record<string, string>>): string {
  for (const [door, target] of Object.entries(doors)) {
    const [before = "", after] = door.split("*");
    if (after === undefined ? subpath !== door : !subpath.startsWith(before)) continue;
    return target.replace("*", subpath.slice(before.length));
  }
  return subpath;
}
