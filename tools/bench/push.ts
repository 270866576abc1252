import type { Bare } from "./bare.ts";
import { type CannedRedmine, startCannedRedmine } from "./canned-redmine.ts";
import { openStage, type Stage } from "./stage.ts";

/** How fast hours leave beside ten writers that do nothing else. */
export interface Push {
  readonly worklogs: number;
  /** Worklogs in a second. */
  readonly ours: number;
  /** Requests in a second of a bare worker that makes the same ones, ten at a time. */
  readonly theirs: number;
  /** What ten writers make of answers that take so long. */
  readonly ideal: number;
  /** Requests for each worklog. */
  readonly requests: number;
}

const ANSWER_MS = 20;
const WRITERS = 10;
const TASKS = 400;
const TARGET = "0f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c11";
const PATIENCE_MS = 180_000;

/** Sends so many worklogs to a server that answers in 20 ms, and has the bare worker do the same with nothing around it. */
export async function measurePush(bundle: string, bare: Bare, worklogs: number): Promise<Push> {
  const redmine = await startCannedRedmine(ANSWER_MS);
  const stage = await openStage(bundle, { people: 12, date: "2026-09-16" });
  try {
    await stage.admin.call("POST", "/api/sync/directory");
    await furnish(stage, redmine, worklogs);
    await stage.admin.call("POST", `/api/targets/${TARGET}/pushes`);
    await sent(stage);
    const seen = await redmine.seen();
    const ours = (seen.created / (seen.last - seen.first)) * 1000;
    const requests = seen.requests / seen.created;
    if (seen.created !== worklogs) throw new Error(`${seen.created} of ${worklogs} worklogs were written`);
    const theirs = await bareRate(bare, redmine, worklogs);
    return { worklogs, ours, theirs, ideal: (WRITERS * 1000) / ANSWER_MS, requests };
  } finally {
    await stage.stop();
    await redmine.stop();
  }
}

async function furnish({ admin, runtime }: Stage, { url }: CannedRedmine, worklogs: number): Promise<void> {
  const settings = { address: url, key: "4f1c0ffee0ddba11cafe" };
  await admin.call("POST", "/api/targets", { id: TARGET, kind: "redmine", name: "Redmine", settings, pace: "at-once" });
  const rows = Array.from({ length: worklogs }, (_, n) => rowOf(n));
  const { database } = runtime;
  for (let from = 0; from < worklogs; from += 1000) {
    await database
      .prepare(
        `insert into worklog (company_id, target_id, key, marker, person_id, date, project_id, remote_person, remote_project,
           remote_task, serial, minutes, body, digest, state, changed_at)
         select 'dingbench', '${TARGET}', value ->> 0, value ->> 1, value ->> 2, value ->> 3, 'p1', value ->> 4, '1',
           value ->> 5, value ->> 5, 60, '{"note":"管廊二期B标 · 现场","personName":"赵磊"}', value ->> 0, 'due', 0 from json_each(?)`,
      )
      .bind(JSON.stringify(rows.slice(from, from + 1000)))
      .run();
  }
  await database.prepare(`update target set state = 'on' where id = '${TARGET}'`).run();
}

/** A month of people who work on a task or two a day. */
function rowOf(n: number): readonly string[] {
  const [person, date] = [Math.floor(n / 40), `2026-09-${String(1 + (n % 20)).padStart(2, "0")}`];
  const key = `dingbench|${TARGET}|u${person}|${date}|p1|${n}`;
  const marker = `[wk:${n
    .toString(32)
    .padStart(12, "a")
    .replaceAll(/[^a-v2-7]/g, "x")}]`;
  return [key, marker, `u${person}`, date, String(person + 5), String((n * 7) % TASKS)];
}

async function sent({ runtime }: Stage): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  while (performance.now() < until) {
    const left = await runtime.database
      .prepare("select count(*) as n from worklog where state <> 'done'")
      .all<{ n: number }>();
    if (left.results[0]?.n === 0) return;
    await new Promise((done) => setTimeout(done, 250));
  }
  throw new Error("the worklogs were not sent in time");
}

async function bareRate(bare: Bare, { url }: CannedRedmine, count: number): Promise<number> {
  const started = performance.now();
  const body = JSON.stringify({ url: `${url}/time_entries.json`, count, atOnce: WRITERS });
  const answer = await fetch(`${bare.url}/send`, { method: "POST", body });
  if (!answer.ok) throw new Error(`the bare worker answered ${answer.status}`);
  return (count / (performance.now() - started)) * 1000;
}
