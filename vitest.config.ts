import { readFileSync } from "node:fs";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

/** Tests that share a workerd, only so many that its memory holds them; whatever no room names is in the last one. */
const named = {
  "workerd-db": ["packages/db/**/*.test.ts"],
  "workerd-routes": ["apps/worker/src/routes/**/*.test.ts"],
  "workerd-operations": ["apps/worker/src/operations/**/*.test.ts"],
  "workerd-targets": ["apps/worker/src/targets/**/*.test.ts"],
};
const rooms = { ...named, "workerd-house": ["apps/worker/**/*.test.ts"] };

/** Tests that take tables away, count the rows of a database without anybody else's, or live through weeks. */
const alone = [
  "packages/db/src/rollback*.test.ts",
  "apps/worker/src/operations/decide.test.ts",
  "apps/worker/src/quota/*-of-*.test.ts",
  "apps/worker/src/fault-matrix*.test.ts",
];

const excluded = ["**/node_modules/**", ...alone];
const elsewhere = Object.values(named).flat();

// Nothing is measured by the clock of a machine that may be busy: a test that hangs is ended, one that is slow is not.
const inWorkerd = { setupFiles: ["packages/db/src/testing-setup.ts"], testTimeout: 60_000, hookTimeout: 60_000 };

function workerd() {
  return cloudflareTest(async () => ({
    wrangler: { configPath: "./wrangler.toml" },
    miniflare: {
      bindings: {
        MIGRATIONS: await readD1Migrations("packages/db/migrations"),
        ROLLBACK: await readD1Migrations("packages/db/rollback"),
        ROLLBACK_AGAIN: await readD1Migrations("packages/db/rollback/again"),
        WRANGLER_TOML: readFileSync("wrangler.toml", "utf8"),
        SESSION_SECRET: "a-secret-of-the-tests-that-is-long-enough",
      },
    },
  }));
}

export default defineConfig({
  test: {
    // The machines that run this have two cores; the default leaves one of them to the runner, which hardly needs it.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "plain",
          include: [
            "packages/{core,dingtalk,connectors,simulator}/**/*.test.ts",
            "apps/web/**/*.test.{ts,tsx}",
            "tools/**/*.test.ts",
          ],
          exclude: ["**/node_modules/**"],
        },
      },
      ...Object.entries(rooms).map(([name, include]) => ({
        plugins: [workerd()],
        // Every test has a company of its own, so that one database serves all of a room.
        test: {
          ...inWorkerd,
          name,
          isolate: false,
          include,
          exclude: [...excluded, ...(name in named ? [] : elsewhere)],
        },
      })),
      { plugins: [workerd()], test: { ...inWorkerd, name: "workerd-alone", include: alone } },
      {
        test: {
          name: "journeys",
          include: ["apps/web/journeys/**/*.journey.ts"],
          globalSetup: "tools/test/journeys.ts",
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
