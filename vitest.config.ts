import { readFileSync } from "node:fs";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

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
      {
        plugins: [
          cloudflareTest(async () => ({
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
          })),
        ],
        test: {
          name: "workerd",
          setupFiles: ["packages/db/src/testing-setup.ts"],
          include: ["packages/db/**/*.test.ts", "apps/worker/**/*.test.ts"],
          exclude: ["**/node_modules/**"],
        },
      },
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
