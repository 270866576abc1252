import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { goldenDay, readGolden } from "../packages/core/src/golden.ts";
import { settleWorkday } from "../packages/core/src/workday.ts";

/** The file as the person named it: from where they stand, else from the folder of the repository. */
function find(file: string): string {
  const fromThere = resolve(process.env.INIT_CWD ?? ".", file);
  return existsSync(fromThere) ? fromThere : resolve(file);
}

function read(file: string): string {
  try {
    return readFileSync(find(file), "utf8");
  } catch (error) {
    return fail(`Cannot read ${file} (${error instanceof Error && "code" in error ? error.code : error}).`);
  }
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

const [file] = process.argv.slice(2);
const golden = readGolden(read(file ?? fail("Name a file of golden days: npm run --silent golden -- FILE")));
if (!golden.ok) fail(`${file}: ${golden.message}`);
for (const { name, facts } of golden.cases) {
  console.log(JSON.stringify({ name, actual: goldenDay(settleWorkday(facts)) }));
}
