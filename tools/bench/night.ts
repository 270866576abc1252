import { drain } from "../host/drain.ts";
import type { Bare } from "./bare.ts";
import { addProject, dateIn } from "./requests.ts";
import { openStage } from "./stage.ts";

export interface Night {
  readonly punches: number;
  /** Punches a second, from the schedule's firing until nothing is left to settle. */
  readonly ours: number;
  /** Rows a second of the bare bulk insert. */
  readonly theirs: number;
  /** DingTalk calls of the night by path. */
  readonly calls: ReadonlyMap<string, number>;
  /** What `GET /api/sync` says of the run. */
  readonly counts: Readonly<Record<string, number>>;
}

const NIGHTLY = "10 18 * * *";
const PUNCHES_A_DAY = 4;
const DAY = 86_400_000;
/** The night after a workday: 02:10 on Thursday, 17 September 2026. */
const NIGHT = Date.parse("2026-09-17T02:10:00+08:00");

/** One night of `people` × 4 punches from pull to settled allocations, beside the bare bulk insert of as many rows. */
export async function measureNight(bundle: string, bare: Bare, people: number): Promise<Night> {
  const punches = people * PUNCHES_A_DAY;
  const opened = performance.now();
  const clock = () => NIGHT + Math.round(performance.now() - opened);
  const stage = await openStage(bundle, { people, date: dateIn(NIGHT - DAY), clock });
  try {
    await stage.admin.call("POST", "/api/sync/directory");
    await drain(stage.admin);
    await addProject(stage.admin, { id: "p1", mark: "Pa", people });
    stage.dingtalk.calls.clear();
    const started = performance.now();
    await stage.runtime.fire(NIGHTLY, new Date(clock()));
    const left = await drain(stage.admin);
    const seconds = (performance.now() - started) / 1000;
    if (left > 0) throw new Error(`the night left ${left} undone`);
    const sync = (await stage.admin.call("GET", "/api/sync")) as {
      runs: { kind: string; counts: Record<string, number> }[];
    };
    const counts = sync.runs.find(({ kind }) => kind === "night")?.counts ?? {};
    return {
      punches,
      ours: punches / seconds,
      theirs: await bulkRate(bare, punches),
      calls: new Map(stage.dingtalk.calls),
      counts,
    };
  } finally {
    await stage.stop();
  }
}

const ROWS_A_STATEMENT = 5_000;

async function bulkRate(bare: Bare, rows: number): Promise<number> {
  const started = performance.now();
  for (let from = 0; from < rows; from += ROWS_A_STATEMENT) {
    const part = Array.from({ length: ROWS_A_STATEMENT }, (_, n) => punchRow(from + n));
    const response = await fetch(`${bare.url}/bulk`, { method: "POST", body: JSON.stringify(part) });
    if (!response.ok) throw new Error(`the bare bulk insert answered ${response.status}`);
  }
  return rows / ((performance.now() - started) / 1000);
}

function punchRow(n: number): unknown[] {
  const place = [30.285413, 120.017139, 25, null, null, null, "示例路1号", null, String(90_000_000_100 + n)];
  const said = [1_789_347_441_000 + n, n % 2 === 0 ? "on" : "off", 1, null, "Normal", "Normal", "USER"];
  const key = ["dingbench", `u${Math.floor(n / 4)}`, "2026-09-14", String(90_000_000_000 + n), 1_789_347_500_000];
  return [...key, "0123456789abcdef", ...said, ...place, 1_789_347_443_000];
}
