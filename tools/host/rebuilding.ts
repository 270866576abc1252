import { Refusal } from "../setup/step.mjs";
import { readBundle } from "./bundle.ts";
import { claimDataFolder, keptSecret } from "./data-folder.ts";
import type { MigratedDatabase } from "./migrate.ts";
import { progressOf, type RebuildRow, type RebuiltDayRow } from "./rebuild-report.ts";
import { type Runtime, startRuntime } from "./runtime.ts";
import type { Settings } from "./settings.ts";
import { openTown } from "./town.ts";

/** What a rebuild has found. */
export interface Rebuilt {
  readonly row: RebuildRow;
  /** The first days that differ. */
  readonly days: readonly RebuiltDayRow[];
}

interface Wish {
  readonly settings: Settings;
  readonly writes: boolean;
  build(): Promise<string>;
  tell(progress: string): void;
}

const POLL_MS = 100;
const SHOWN_DAYS = 20;
const ANY_PORT = 0;
/** A message waits a second for others, and a batch of days may take its time. */
const CALM_MS = 5_000;
const STUCK_MS = 120_000;

const COLUMNS = "id, writes, state, expected, counts, sums_before as sumsBefore, sums_after as sumsAfter";

/** Settles everything of an installation that is not running anew, with no schedule fired meanwhile; goes on where it was stopped. */
export async function rebuildInstallation({ settings, writes, build, tell }: Wish): Promise<Rebuilt> {
  await using stack = new AsyncDisposableStack();
  const apart = { ...settings, host: "127.0.0.1", port: ANY_PORT, simulatorPort: ANY_PORT };
  const folder = stack.adopt(claimDataFolder(settings.dataDir), (claimed) => claimed.release());
  const bundle = readBundle(await build());
  const town = settings.dingtalk ? null : await openTown({ settings: apart, folder, stack, running: false });
  const secret = settings.sessionSecret ?? keptSecret(folder);
  const runtime = await startRuntime({
    ...{ bundle, folder, host: apart.host, port: apart.port },
    bindings: { SESSION_SECRET: secret, ...settings.common, ...(settings.dingtalk ?? town?.bindings) },
    ...(town ? { clock: town.now } : {}),
  });
  stack.defer(() => runtime.stop());
  const row = await follow(runtime, writes, tell);
  return { row, days: await readDays(runtime.database, row.id) };
}

async function follow(runtime: Runtime, writes: boolean, tell: Wish["tell"]): Promise<RebuildRow> {
  const left = await readRow(runtime.database, "state", "running");
  if (left !== null && (left.writes === 1) !== writes)
    throw new Refusal(
      `One that ${writes ? "only reports" : "writes"} was stopped half-way: let it end first with npm run rebuild${writes ? "" : " -- --write"}`,
    );
  const id = left?.id ?? `command-${crypto.randomUUID()}`;
  await settleWaiting(runtime, tell);
  await runtime.send({ kind: "start-rebuild", id, writes });
  const row = await untilDone(runtime.database, id, tell);
  if (writes) await settleWaiting(runtime, tell);
  return row;
}

async function untilDone(database: MigratedDatabase, id: string, tell: Wish["tell"]): Promise<RebuildRow> {
  let [seen, since] = ["", performance.now()];
  for (;;) {
    await new Promise((done) => setTimeout(done, POLL_MS));
    const row = await readRow(database, "id", id);
    if (row?.state === "done") return row;
    const progress = row === null ? "" : progressOf(row);
    if (progress !== seen) [seen, since] = [progress, performance.now()];
    if (performance.now() - since > STUCK_MS)
      throw new Refusal(`Nothing has moved for two minutes (${seen}): try again.`);
    if (progress !== "") tell(progress);
  }
}

/** Days that wait are settled first, as they always are; those to come and those of years without a calendar go on waiting. */
async function settleWaiting({ database, send }: Runtime, tell: Wish["tell"]): Promise<void> {
  const count = async () =>
    (await database.prepare("select count(*) as n from dirty_day").all<{ n: number }>()).results[0]?.n ?? 0;
  let [left, since] = [await count(), performance.now()];
  if (left > 0) await send({ kind: "settle", people: null });
  while (left > 0 && performance.now() - since < CALM_MS) {
    await new Promise((done) => setTimeout(done, POLL_MS));
    const now = await count();
    if (now !== left) [left, since] = [now, performance.now()];
    tell(`${left} days wait to be settled`);
  }
}

async function readRow(database: MigratedDatabase, by: "id" | "state", value: string): Promise<RebuildRow | null> {
  const statement = database.prepare(`select ${COLUMNS} from rebuild where ${by} = ?`).bind(value);
  return (await statement.all<RebuildRow>()).results[0] ?? null;
}

async function readDays(database: MigratedDatabase, id: string): Promise<RebuiltDayRow[]> {
  const sql = `select person_id as personId, date, closed, fields, before, after from rebuild_day
    where rebuild_id = ? order by person_id, date limit ${SHOWN_DAYS}`;
  return (await database.prepare(sql).bind(id).all<RebuiltDayRow>()).results;
}
