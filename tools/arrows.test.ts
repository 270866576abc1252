import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { findBrokenRules } from "./arrows.ts";

const ROOMS = ["core", "db", "dingtalk", "connectors", "simulator"].map((name) => `packages/${name}`);

/** A small house with these files on top of seven empty rooms. */
function house(files: Record<string, string>): string[] {
  const root = mkdtempSync(join(tmpdir(), "today-arrows-"));
  const manifests = [...ROOMS, "apps/worker", "apps/web"].map((room) => {
    const doors = { "./time/*": "./src/time/*.ts", "./*": "./src/*.ts" };
    return [`${room}/package.json`, JSON.stringify({ name: room.replace(/^\w+/, "@today"), exports: doors })];
  });
  const given: Record<string, string> = { "package.json": "{}", ...Object.fromEntries(manifests), ...files };
  for (const [path, text] of Object.entries(given)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const broken = findBrokenRules(root);
  rmSync(root, { recursive: true });
  return broken;
}

const value = "export const a = 1;\n";

test("a house that keeps the rules has nothing to say", () => {
  const broken = house({
    "packages/core/src/punch.ts": value,
    "packages/core/src/time/date.ts": 'import type { P } from "../punch.ts";\nexport type D = P;\n',
    "packages/db/src/punch.ts":
      'import { a } from "@today/core/punch";\nimport { d } from "@today/core/time/date";\nexport const b = a + d;\n',
    "packages/dingtalk/src/client.test.ts": 'import { a } from "@today/simulator/simulator";\na;\n',
    "apps/worker/src/index.ts": 'import { app } from "./api.ts";\nexport default { fetch: app.fetch };\n',
    "apps/worker/src/api.ts": 'import { a } from "./routes/today.ts";\nexport type Api = typeof a;\n',
    "apps/worker/src/routes/today.ts": 'import { a } from "../operations/settle.ts";\nexport const b = a;\n',
    "apps/worker/src/operations/settle.ts":
      'import type { Context } from "../context.ts";\nexport const a = (c: Context) => c;\n',
    "apps/worker/src/context.ts": "export type Context = string;\n",
    "apps/web/src/api.ts": 'import type { Api } from "@today/worker/api";\nexport const api = null as Api | null;\n',
    "apps/web/src/app.tsx":
      'import { Today } from "./features/today/today-page.tsx";\nexport const App = () => <Today />;\n',
    "apps/web/src/features/today/today-page.tsx": 'import "./today.css";\nexport const Today = () => null;\n',
    "apps/web/src/dingtalk.ts": 'import ready from "dingtalk-jsapi/lib/ready";\nexport const go = ready;\n',
  });
  expect(broken).toEqual([]);
});

const core = { "packages/core/src/a.ts": value };

test.each<[string, Record<string, string>, RegExp]>([
  [
    "the core imports nothing",
    { "packages/core/src/b.ts": 'import { x } from "@today/db/x";\nx;' },
    /packages\/core may not import packages\/db/,
  ],
  [
    "rooms of one storey do not see each other",
    { "packages/db/src/b.ts": 'export { x } from "@today/dingtalk/x";\nexport const y = 1;' },
    /may not import packages\/dingtalk/,
  ],
  [
    "only tests reach the simulator",
    { "packages/dingtalk/src/b.ts": 'import { x } from "@today/simulator/x";\nx;' },
    /may not import packages\/simulator/,
  ],
  [
    "the simulator never meets the client",
    { "packages/simulator/src/b.test.ts": 'import { x } from "@today/dingtalk/x";\nx;' },
    /packages\/simulator may not import packages\/dingtalk/,
  ],
  [
    "a room is entered by its package",
    { ...core, "packages/db/src/b.ts": 'import { a } from "../../core/src/a.ts";\na;' },
    /climbs into packages\/core/,
  ],
  [
    "nothing is imported from outside the rooms",
    { "packages/core/src/b.ts": 'import { x } from "../../../tools/x.ts";\nx;' },
    /leaves the rooms/,
  ],
  [
    "a type import in the middle of a line counts",
    { "packages/core/src/b.ts": 'export type X = import("@today/db/x").X;' },
    /may not import packages\/db/,
  ],
  [
    "a lazy import counts",
    { "packages/core/src/b.ts": 'export const x = () => import("@today/db/x");' },
    /may not import packages\/db/,
  ],
  [
    "the worker's values stay in the worker",
    { "apps/web/src/api.ts": 'import { app } from "@today/worker/api";\napp;' },
    /apps\/web may not import apps\/worker/,
  ],
  [
    "the worker's types have one door",
    { "apps/web/src/app.ts": 'import type { A } from "@today/worker/api";\nexport type B = A;' },
    /apps\/web may not import apps\/worker/,
  ],
  [
    "a route knows no app",
    { "apps/worker/src/routes/a.ts": 'import type { Api } from "../api.ts";\nexport type A = Api;' },
    /goes up or sideways/,
  ],
  [
    "a route knows no route",
    { "apps/worker/src/routes/a.ts": 'import { b } from "./b.ts";\nb;' },
    /goes up or sideways/,
  ],
  [
    "a verb knows no verb",
    { "apps/worker/src/operations/a.ts": 'import { b } from "./b.ts";\nb;' },
    /goes up or sideways/,
  ],
  [
    "the ground floor knows no verb",
    { "apps/worker/src/context.ts": 'import { b } from "./operations/b.ts";\nb;' },
    /goes up or sideways/,
  ],
  [
    "features do not see each other",
    { "apps/web/src/features/team/a.ts": 'import { b } from "../hours/b.ts";\nb;' },
    /looks into the feature hours/,
  ],
  [
    "what features share does not see them",
    { "apps/web/src/ui/a.ts": 'import { b } from "../features/hours/b.ts";\nb;' },
    /looks into the feature hours/,
  ],
  [
    "the bridge has one door",
    { "apps/web/src/ui/a.ts": 'import ready from "dingtalk-jsapi/lib/ready";\nready;' },
    /only apps\/web\/src\/dingtalk.ts may import dingtalk-jsapi/,
  ],
  [
    "only the Worker's entry is called index",
    { "packages/core/src/index.ts": value },
    /only apps\/worker\/src\/index.ts is called index/,
  ],
  [
    "no file only passes others on",
    { ...core, "packages/core/src/all.ts": 'export * from "./a.ts";\nexport type { b } from "./b.ts";' },
    /only passes others on/,
  ],
  ["no file without a name", { "packages/core/src/utils.ts": value }, /"utils" says nothing/],
  ["no folder without a name", { "apps/web/src/common/a.ts": value }, /"common" says nothing/],
  [
    "an import names its file",
    { "packages/core/src/b.ts": 'import { a } from "./a";\na;' },
    /"\.\/a" lacks its extension/,
  ],
  ["a file has at most 300 lines", { "packages/core/src/b.ts": value.repeat(301) }, /301 lines; the limit is 300/],
  [
    "nobody reads the clock by hand",
    { "packages/core/src/b.ts": "export const now = () => Date.now();" },
    /reads the clock/,
  ],
  ["nor by an empty date", { "apps/worker/src/b.ts": "export const now = () => new Date();" }, /reads the clock/],
  [
    "no circles, of types either",
    {
      "packages/core/src/b.ts": 'import type { C } from "./c.ts";\nexport type B = C;',
      "packages/core/src/c.ts": 'import type { B } from "./b.ts";\nexport type C = B;',
    },
    /a circle: packages\/core\/src\/b.ts → packages\/core\/src\/c.ts → packages\/core\/src\/b.ts/,
  ],
  [
    "the root lists tools only",
    { "package.json": '{"devDependencies": {"vite": "1", "hono": "1"}}' },
    /"hono" is no tool/,
  ],
  [
    "documents name what exists",
    { "README.md": "see `packages/core` and `tools/none.ts`" },
    /^README.md: there is no tools\/none.ts$/,
  ],
])("%s", (_title, files, sentence) => {
  expect(house(files)).toEqual([expect.stringMatching(sentence)]);
});

test("reading the clock is fine where it is its task, and for a date that is told", () => {
  const told = "export const day = (at: number) => new Date(at);";
  expect(
    house({ "apps/worker/src/clock.ts": "export const now = () => Date.now();", "packages/core/src/b.ts": told }),
  ).toEqual([]);
});
