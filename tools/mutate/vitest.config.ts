import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const PROPERTIES = /\.property\.test\.ts$/;

/** Examples answer in milliseconds, properties in seconds: those come last, and only for mutants that are still alive. */
class ExamplesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => rank(a) - rank(b) || (a.moduleId < b.moduleId ? -1 : 1));
  }
}

function rank({ moduleId }: TestSpecification): number {
  return Number(PROPERTIES.test(moduleId));
}

/** The same days for every mutant, and the first failure is enough: nobody reads the smallest counterexample. */
const sameDays: Plugin = {
  name: "same-days",
  transform: (code, id) =>
    id.endsWith(".test.ts") && code.includes('import fc from "fast-check"')
      ? `${code}\nfc.configureGlobal({ seed: 20260914, endOnFailure: true });`
      : null,
};

export default defineConfig({
  plugins: [sameDays],
  test: {
    include: ["packages/core/src/**/*.test.ts"],
    exclude: ["**/node_modules/**"],
    isolate: false,
    testTimeout: 60_000,
    sequence: { sequencer: ExamplesFirst },
  },
});
