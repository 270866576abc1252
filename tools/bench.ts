import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openBare } from "./bench/bare.ts";
import { firstLoad } from "./bench/first-load.ts";
import { type Month, measureMonth } from "./bench/month.ts";
import { measureNight, type Night } from "./bench/night.ts";
import { measurePull, type Pull } from "./bench/pull.ts";
import { measurePush, type Push } from "./bench/push.ts";
import { plannedMonths } from "./bench/quota.ts";
import { measureRequests } from "./bench/requests.ts";
import { settleRate } from "./bench/settle.ts";
import { build } from "./build.ts";
import { ROOT } from "./run-command.ts";

const NIGHT_PEOPLE = Number(process.env.BENCH_PEOPLE ?? 10_000);
const BATCH = 50;

/** One line of the table: what, ours, the bare platform's, their ratio, the goal. */
type Line = readonly [what: string, ours: string, bare: string, ratio: string, goal: string];

const count = (value: number) => Math.round(value).toLocaleString("en-US");
const line = (what: string, { ours, theirs }: { ours: number; theirs: number }, goal: string, unit: string): Line => [
  what,
  `${count(ours)} ${unit}`,
  `${count(theirs)} ${unit}`,
  (ours / theirs).toFixed(2),
  goal,
];

/** A night's pull beside the time that 20 calls a second allow. */
function pullLine({ people, calls, seconds, allowed, ratio, refused }: Pull): Line {
  const what = `pull of ${count(people)} people, ${count(calls)} calls, ${count(refused)} too fast`;
  return [what, `${seconds.toFixed(1)} s`, `${allowed.toFixed(1)} s`, ratio.toFixed(2), "≤ 1.25"];
}

/** Hours on their way to a server that answers in 20 ms. */
function pushLines({ worklogs, ours, theirs, ideal, requests }: Push): Line[] {
  return [
    line(`hours out: ${count(worklogs)} worklogs by ten writers`, { ours, theirs }, "", "/s"),
    [
      "the same beside ten writers who only wait",
      `${count(ours)} /s`,
      `${count(ideal)} /s`,
      (ours / ideal).toFixed(2),
      "≥ 0.80",
    ],
    ["requests for each worklog", requests.toFixed(3), "", "", "≤ 1.1"],
  ];
}

/** DingTalk calls of a night by kind, beside the fewest that batches of fifty allow. */
function callLines({ calls }: Night): Line[] {
  const least = Math.ceil(NIGHT_PEOPLE / BATCH);
  return [...calls].toSorted().map(([path, made]) => {
    const per = (made / NIGHT_PEOPLE) * 1000;
    return [
      `calls ${path}`,
      `${per.toFixed(1)} / 1,000 people`,
      `${((least / NIGHT_PEOPLE) * 1000).toFixed(1)}`,
      (made / least).toFixed(2),
      "",
    ];
  });
}

/** What a month of calls comes to by the plan, beside a night that asks for each person by himself. */
function quotaLines(): Line[] {
  return plannedMonths().map(({ people, edition, used, naive, freshness }) => [
    `calls a person-month, ${count(people)} people, ${edition}`,
    `${(used / people).toFixed(1)}, fresh ${freshness?.median}/${freshness?.p95} min`,
    `${(naive / people).toFixed(1)}, fresh after the night`,
    (used / naive).toFixed(2),
    "",
  ]);
}

/** A month settled, reported and closed, and a year of a million allocations read from its months. */
function monthLines({ people, days, settled, report, sheet, closed, year }: Month): Line[] {
  const ms = (time: number) => `${time.toFixed(1)} ms`;
  const ratio = (report.ours / report.theirs).toFixed(2);
  return [
    [`settling ${count(people * days)} days of ${count(people)} people`, `${count(settled)} /s`, "", "", ""],
    ["month's report, p50", ms(report.ours), ms(report.theirs), ratio, "≤ 3.00"],
    ["rows of a month's report", report.rows, "", "", ""],
    ["a month's sheet, p50", ms(sheet.ms), "", "", sheet.rows],
    ["closing the month", ms(closed), "", "", ""],
    [`first report over ${count(year.allocations)} allocations`, ms(year.first.ms), "", "", year.first.rows],
    ["every report after it, p50", ms(year.later.ms), "", "", year.later.rows],
  ];
}

function print(lines: readonly Line[]): void {
  const rows: Line[] = [["", "ours", "bare platform", "ratio", "goal"], ...lines];
  const widths = [0, 1, 2, 3, 4].map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  for (const row of rows)
    console.log(
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join("  ")
        .trimEnd(),
    );
}

const bundle = await build();
const compatibilityDate = /compatibility_date\s*=\s*"([^"]+)"/.exec(
  readFileSync(join(ROOT, "wrangler.toml"), "utf8"),
)?.[1];
const now = Date.now();
const settled = settleRate(ROOT, 3);
const load = await firstLoad(ROOT);
const bare = await openBare(ROOT, compatibilityDate ?? "2026-11-01");
try {
  console.log("requests: two workers take turns …");
  const rates = await measureRequests(bundle, bare, now);
  console.log(`a night of ${count(NIGHT_PEOPLE)} people …`);
  const night = await measureNight(bundle, bare, NIGHT_PEOPLE);
  console.log(`a pull of ${count(NIGHT_PEOPLE)} people at DingTalk's own pace …`);
  const pull = await measurePull(bundle, NIGHT_PEOPLE);
  console.log("a month of 1,000 people, a year of a million allocations …");
  const month = await measureMonth(bundle, bare);
  console.log("10,000 worklogs to a server that answers in 20 ms …");
  const push = await measurePush(bundle, bare, 10_000);
  const kb = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB gz`;
  const days = night.counts.days ?? NIGHT_PEOPLE;
  print([
    line("GET /api/today", rates.today, "≥ 0.50", "/s"),
    line("POST /api/picks", rates.picks, "≥ 0.50", "/s"),
    ["rows of GET /api/today", rates.rows.today, "", "", "≤ 40 read"],
    ["rows of POST /api/picks", rates.rows.picks, "", "", ""],
    line(`night: ${count(night.punches)} punches, pull to allocations`, night, "≥ 0.10", "/s"),
    ...(night.counts.rowsWritten === undefined
      ? []
      : [
          [
            "rows written per settled day",
            (night.counts.rowsWritten / days).toFixed(2),
            "",
            "",
            "≤ 6 beyond punches",
          ] as Line,
        ]),
    ["settleWorkday", `${count(settled)} days/s`, "", "", ""],
    ["first-load JavaScript", kb(load.ours), kb(load.bare), (load.ours / load.bare).toFixed(2), "≤ 2.00"],
    ...monthLines(month),
    ...callLines(night),
    pullLine(pull),
    ...pushLines(push),
    ...quotaLines(),
  ]);
} finally {
  await bare.stop();
}
