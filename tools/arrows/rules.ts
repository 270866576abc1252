import { posix } from "node:path";
import {
  CLOCKS,
  DOORS,
  ENTRY,
  LONG_FILES,
  LONGEST_FILE,
  NAMELESS,
  REAL_TIME,
  ROOMS,
  STOREYS,
  WORKER_TYPES,
} from "./house.ts";
import type { Import, Source } from "./source.ts";

/** One sentence about one file; nothing if the file keeps the rule. */
type FileRule = (source: Source) => string | undefined;
/** One sentence about one import. */
type ImportRule = (source: Source, to: Import) => string | undefined;

const FILE_RULES: readonly FileRule[] = [name, barrel, length, clock];
const IMPORT_RULES: readonly ImportRule[] = [room, extension, storey, feature, door];

/** Everything that breaks a rule, as "path: sentence". */
export function judge(sources: readonly Source[]): string[] {
  return sources.flatMap((source) => {
    const about = [
      ...FILE_RULES.map((rule) => rule(source)),
      ...source.imports.flatMap((to) => IMPORT_RULES.map((rule) => rule(source, to))),
    ];
    return about.flatMap((sentence) => (sentence ? [`${source.path}: ${sentence}`] : []));
  });
}

function name({ path }: Source): string | undefined {
  const words = path.split("/").map((part) => part.split(".")[0] ?? "");
  const nameless = words.find((word) => NAMELESS.test(word));
  return nameless && `"${nameless}" says nothing; name it after what is inside`;
}

function barrel({ path, onlyReExports }: Source): string | undefined {
  if (/\/index\.tsx?$/.test(path) && path !== ENTRY) return `only ${ENTRY} is called index`;
  return onlyReExports ? "it only passes others on; import them where they are" : undefined;
}

function length({ path, lines }: Source): string | undefined {
  if (lines <= LONGEST_FILE || path in LONG_FILES) return undefined;
  return `${lines} lines; the limit is ${LONGEST_FILE}`;
}

function clock({ path, isTest, readsClock }: Source): string | undefined {
  if (!readsClock || isTest || path.startsWith(REAL_TIME) || CLOCKS.includes(path)) return undefined;
  return `it reads the clock; only ${CLOCKS.join(" and ")} may, everybody else is told`;
}

function room({ path, isTest }: Source, { target, specifier, typeOnly }: Import): string | undefined {
  if (target === null) return undefined;
  const from = ROOMS.find((one) => path.startsWith(`${one.path}/`));
  const to = ROOMS.find((one) => target.startsWith(`${one.path}/`));
  if (from === undefined || to === from) return undefined;
  if (to === undefined) return `"${specifier}" leaves the rooms`;
  if (specifier.startsWith(".")) return `"${specifier}" climbs into ${to.path}; import it by its package`;
  if (path === WORKER_TYPES.from && to.path === WORKER_TYPES.room && typeOnly) return undefined;
  const allowed = isTest ? [...from.imports, ...from.testImports] : from.imports;
  return allowed.includes(to.path) ? undefined : `${from.path} may not import ${to.path} ("${specifier}")`;
}

function extension(_source: Source, { specifier }: Import): string | undefined {
  if (!specifier.startsWith(".") || /\.(tsx?|mjs|css|json|svg)(\?\w+)?$/.test(specifier)) return undefined;
  return `"${specifier}" lacks its extension`;
}

function storey({ path, isTest }: Source, { target, specifier }: Import): string | undefined {
  if (isTest || !path.startsWith("apps/worker/") || !target?.startsWith("apps/worker/")) return undefined;
  const [from, to] = [path, target].map((file) => STOREYS.findIndex((rooms) => rooms.some((one) => one.test(file))));
  if (to === undefined || to === -1) return undefined;
  if (from === undefined || from === -1 || from >= to) return `"${specifier}" goes up or sideways in the worker`;
  return undefined;
}

function feature({ path }: Source, { target, specifier }: Import): string | undefined {
  const to = featureOf(target ?? "");
  if (to === undefined || featureOf(path) === to) return undefined;
  const composes = /^apps\/web\/(journeys\/|src\/(main|app|routes)\.)/.test(path);
  return composes ? undefined : `"${specifier}" looks into the feature ${to}`;
}

function featureOf(path: string): string | undefined {
  return /^apps\/web\/src\/features\/([^/]+)/.exec(path)?.[1];
}

function door({ path }: Source, { specifier }: Import): string | undefined {
  const found = Object.entries(DOORS).find(([name]) => specifier === name || specifier.startsWith(`${name}/`));
  if (!found || path === found[1] || path === testOf(found[1])) return undefined;
  return `only ${found[1]} may import ${found[0]}`;
}

function testOf(path: string): string {
  return posix.join(posix.dirname(path), `${posix.basename(path, ".ts")}.test.ts`);
}
