import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { goldenDay, readGolden } from "../packages/core/src/golden.ts";
import { settleWorkday } from "../packages/core/src/workday.ts";

const [file] = process.argv.slice(2);
process.stdout.write(file === undefined ? refuse("name a file: npm run --silent golden -- FILE") : settleFile(file));

function settleFile(name: string): string {
  const text = read(name);
  if (text === null) return refuse(`${name}: cannot be read`);
  const golden = readGolden(text);
  if (!golden.ok) return refuse(`${name}: ${golden.message}`);
  return golden.cases
    .map((one) => `${JSON.stringify({ name: one.name, actual: goldenDay(settleWorkday(one.facts)) })}\n`)
    .join("");
}

function read(name: string): string | null {
  try {
    return readFileSync(find(name), "utf8").replace(/^\uFEFF/, "");
  } catch {
    return null;
  }
}

/** The file as the person named it: from where they stand, else from the folder of the repository. */
function find(name: string): string {
  const fromThere = resolve(process.env.INIT_CWD ?? ".", name);
  return existsSync(fromThere) ? fromThere : resolve(name);
}

function refuse(message: string): string {
  process.stderr.write(`golden: ${message.replaceAll("\n", " ")}\n`);
  process.exitCode = 2;
  return "";
}
