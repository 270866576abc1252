import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findChromium } from "./chromium.ts";
import { runCommand } from "./run-command.ts";
import { NOTHING, plus, type Tally, tallyOf } from "./test/tally.ts";

const folder = mkdtempSync(join(tmpdir(), "today-test-"));

/** Runs the tests of some vitest projects and counts them; a runner that dies without a report counts as one failure. */
async function runProjects(projects: readonly string[], env: Record<string, string>): Promise<Tally> {
  const report = join(folder, `${projects[0]}.json`);
  const names = projects.flatMap((project) => ["--project", project]);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const args = ["run", ...names, ...reporters, "--passWithNoTests", ...process.argv.slice(2)];
  const { code } = await runCommand("vitest", args, {
    show: true,
    env: { NODE_OPTIONS: "--disable-warning=ExperimentalWarning", ...env },
  });
  return tallyOf(readReport(report), code);
}

/** Without a browser the journeys are counted, not run. */
async function skipJourneys(): Promise<Tally> {
  const list = join(folder, "journeys-list.json");
  await runCommand("vitest", ["list", "--project", "journeys", `--json=${list}`, ...process.argv.slice(2)]);
  const tests = readReport(list);
  const skipped = Array.isArray(tests) ? tests.length : 0;
  console.log(
    `\n!!! No browser: ${skipped} browser journeys SKIPPED. Install Chromium or name one with CHROME_PATH=…\n`,
  );
  return { ...NOTHING, skipped };
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

const rooms = await runProjects(["plain", "workerd-*"], {});
const chromium = await findChromium();
const journeys = chromium === null ? await skipJourneys() : await runProjects(["journeys"], { CHROME_PATH: chromium });
rmSync(folder, { recursive: true });
const { passed, failed, skipped } = plus(rooms, journeys);
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
