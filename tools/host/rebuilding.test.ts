import { globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { build } from "../build.ts";
import { ROOT } from "../run-command.ts";
import { openBareDatabase } from "./bare-database.ts";
import { claimDataFolder } from "./data-folder.ts";
import { fillOnce, openInstallation } from "./installation.ts";
import { rollBack } from "./migrate.ts";
import { countsOf } from "./rebuild-report.ts";
import { rebuildInstallation } from "./rebuilding.ts";
import { readSettings, type Settings } from "./settings.ts";

const PATIENCE_MS = 120_000;
const dataDir = mkdtempSync(join(tmpdir(), "today-rebuild-"));
const people = 40;
const given = { DATA_DIR: dataDir, SIMULATOR_PEOPLE: String(people) };
const settings: Settings = { ...readSettings(given, ROOT), port: 0, simulatorPort: 0 };

beforeAll(async () => {
  const installation = await openInstallation(settings, false);
  await fillOnce(installation, () => {});
  await installation.stop();
}, PATIENCE_MS);
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

async function rebuild(writes: boolean) {
  const told: string[] = [];
  const { row, days } = await rebuildInstallation({ settings, writes, build, tell: (line) => told.push(line) });
  return { told, counts: countsOf(row), days, sums: [JSON.parse(row.sumsBefore), JSON.parse(row.sumsAfter)] };
}

/** Runs SQL in the file of the database, past everything. */
function inFile<Row>(sql: string): Row[] {
  const [file = ""] = globSync(join(dataDir, "d1", "**", "*.sqlite")).filter((name) => !name.includes("metadata"));
  const db = new DatabaseSync(file);
  try {
    return db.prepare(sql).all() as Row[];
  } finally {
    db.close();
  }
}

test(
  "a company's month comes out the same; what was spoilt is reported and settled anew; back to older tables and forth nothing is lost",
  async () => {
    const fresh = await rebuild(false);
    expect(fresh.counts.compared).toBeGreaterThan(27 * people);
    expect(fresh.counts.different).toBe(0);
    expect(fresh.sums[0]).toEqual(fresh.sums[1]);
    expect(fresh.told.at(-1)).toMatch(/^[\d,]+ of about 1,\d{3} days$/);
    inFile("update workday set counted = counted + 60, unassigned = unassigned + 60 where date = '2026-09-09'");
    inFile("delete from allocation where date = '2026-09-02'");
    const mended = await rebuild(true);
    expect(mended.counts.different).toBeGreaterThan(people);
    expect(mended.sums[0].counted - mended.sums[1].counted).toBe(people * 60);
    expect(mended.days).toHaveLength(20);
    const punches = inFile("select * from punch order by 1, 2, 3, 4, 5");
    await backToTheFirst();
    expect(inFile("select name from sqlite_schema where name in ('request', 'period')")).toEqual([]);
    const after = await rebuild(false);
    expect(after).toMatchObject({ counts: { ...fresh.counts, different: 0 }, sums: fresh.sums });
    expect(inFile("select * from punch order by 1, 2, 3, 4, 5")).toEqual(punches);
    expect(inFile("select 1 from rate")).toHaveLength(people);
    expect(inFile("select name from sqlite_schema where name like 'kept%'")).toEqual([]);
  },
  2 * PATIENCE_MS,
);

async function backToTheFirst(): Promise<void> {
  const folder = claimDataFolder(dataDir);
  const bare = await openBareDatabase(folder, join(ROOT, "wrangler.toml"));
  await rollBack(bare.database, bare.migrationsFolder, "0002");
  await bare.close();
  folder.release();
}
