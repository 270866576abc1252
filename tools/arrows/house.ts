/** The house as `arrows` knows it; every rule that names something is a row here. */
export interface Room {
  readonly path: string;
  /** Rooms that it may import, by path. */
  readonly imports: readonly string[];
  /** Rooms that only its tests may import besides. */
  readonly testImports: readonly string[];
}

const SIMULATOR = "packages/simulator";

export const ROOMS: readonly Room[] = [
  { path: "packages/core", imports: [], testImports: [] },
  { path: "packages/db", imports: ["packages/core"], testImports: [] },
  { path: "packages/dingtalk", imports: ["packages/core"], testImports: [SIMULATOR] },
  { path: "packages/connectors", imports: ["packages/core"], testImports: [] },
  { path: SIMULATOR, imports: [], testImports: [] },
  {
    path: "apps/worker",
    imports: ["packages/core", "packages/db", "packages/dingtalk", "packages/connectors"],
    testImports: [SIMULATOR],
  },
  { path: "apps/web", imports: ["packages/core"], testImports: [] },
];

/** The one arrow between the apps: types only, from one file. */
export const WORKER_TYPES = { from: "apps/web/src/api.ts", room: "apps/worker" };

/** Packages that have one door each. */
export const DOORS: Readonly<Record<string, string>> = { "dingtalk-jsapi": "apps/web/src/dingtalk.ts" };

/** Storeys of the worker, from the roof down: an import may only go to a later one. Files that are in none stand on the ground. */
export const STOREYS: readonly (readonly RegExp[])[] = [
  [/^apps\/worker\/src\/index\.ts$/],
  [/^apps\/worker\/src\/(api|cron|queue)\.ts$/],
  [/^apps\/worker\/src\/routes\//],
  [/^apps\/worker\/src\/operations\//],
];

/** The only file that may be called index. */
export const ENTRY = "apps/worker/src/index.ts";

export const NAMELESS = /^(utils?|helpers?|common|shared|types?|misc)$/;

/** Where the present moment may be read; the tools live in real time. */
export const CLOCKS: readonly string[] = ["apps/worker/src/clock.ts", "apps/web/src/clock.ts"];
export const REAL_TIME = "tools/";

export const LONGEST_FILE = 300;

/** Longer files, each with its reason. */
export const LONG_FILES: Readonly<Record<string, string>> = {
  "packages/db/src/schema.ts": "every table on one page, until it passes 500 lines",
};

/** What the root manifest may list: tools, never a library that a room could then reach unseen. */
export const TOOLS: readonly string[] = [
  "@biomejs/biome",
  "@cloudflare/vite-plugin",
  "@cloudflare/vitest-plugin",
  "@stryker-mutator/core",
  "@stryker-mutator/vitest-runner",
  "@types/autocannon",
  "@types/node",
  "@vitejs/plugin-react",
  "autocannon",
  "croner",
  "ldapts",
  "knip",
  "miniflare",
  "oxc-parser",
  "typescript",
  "vite",
  "vitest",
  "workerd",
  "wrangler",
];
