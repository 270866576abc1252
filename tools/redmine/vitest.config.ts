import { defineConfig } from "vitest/config";

/** Tests in front of a real Redmine, one file after the other; `npm test` knows nothing of them. */
export default defineConfig({
  test: {
    include: ["tools/redmine/*.real.ts"],
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
