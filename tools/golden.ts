import { readFileSync } from "node:fs";
import { goldenDay, readGolden } from "../packages/core/src/golden.ts";
import { settleWorkday } from "../packages/core/src/workday.ts";

const path = process.argv[2];
const answer = path === undefined ? refuse("name a file: npm run --silent golden -- FILE") : settleFile(path);
process.stdout.write(answer);

function settleFile(name: string): string {
  const text = readText(name);
  if (text === null) return refuse(`${name}: cannot be read`);
  const file = readGolden(text);
  if (!file.ok) return refuse(`${name}: ${file.message}`);
  return file.cases
    .map(
      ({ name: caseName, facts }) => `${JSON.stringify({ name: caseName, actual: goldenDay(settleWorkday(facts)) })}\n`,
    )
    .join("");
}

function readText(name: string): string | null {
  try {
    return readFileSync(name, "utf8").replace(/^\uFEFF/, "");
  } catch {
    return null;
  }
}

function refuse(message: string): string {
  process.stderr.write(`golden: ${message.replaceAll("\n", " ")}\n`);
  process.exitCode = 2;
  return "";
}
