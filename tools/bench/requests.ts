import { randomUUID } from "node:crypto";
import { drain } from "../host/drain.ts";
import type { Bare } from "./bare.ts";
import { ratioOf } from "./load.ts";
import { openStage, type Stage } from "./stage.ts";

export interface Rates {
  readonly today: { ours: number; theirs: number };
  readonly picks: { ours: number; theirs: number };
  /** What the database says of one request of each kind, `34 read, 0 written, 14 statements`. */
  readonly rows: { today: string; picks: string };
}

const PEOPLE = 2_000;
const PICKERS = 100;
const ROUNDS = 3;
const PROJECTS = ["p1", "p2", "p3", "p4", "p5"] as const;
const DAY = 86_400_000;

/** Request rates of `GET /api/today` and `POST /api/picks` beside a bare route of one select and one insert. */
export async function measureRequests(bundle: string, bare: Bare, now: number): Promise<Rates> {
  const date = dateIn(now);
  const stage = await openStage(bundle, { people: PEOPLE, date });
  try {
    await furnish(stage, date);
    const { url } = stage.runtime;
    const cookies = await Promise.all(Array.from({ length: PICKERS }, (_, n) => stage.cookieOf(`u${n + 2}`)));
    const today = await ratioOf(
      { url: `${url}/api/today`, method: "GET", headers: { cookie: cookies[0] ?? "" } },
      { url: `${bare.url}/select`, method: "GET" },
      ROUNDS,
    );
    let sent = 0;
    const pick = () => {
      const [at, cookie] = [sent++, cookies[sent % PICKERS] ?? ""];
      const day = dateIn(now - (Math.floor(at / PICKERS) % 30) * DAY);
      return { cookie, body: JSON.stringify({ id: randomUUID(), date: day, projectId: PROJECTS[at % 5] }) };
    };
    const picks = await ratioOf(
      { url: `${url}/api/picks`, method: "POST", each: pick },
      { url: `${bare.url}/insert`, method: "POST", each: () => ({ body: pick().body }) },
      ROUNDS,
    );
    const json = { "content-type": "application/json" };
    const one = pick();
    const rows = {
      today: await rowsOf(fetch(`${url}/api/today`, { headers: { cookie: cookies[0] ?? "" } })),
      picks: await rowsOf(
        fetch(`${url}/api/picks`, { method: "POST", body: one.body, headers: { ...json, cookie: one.cookie } }),
      ),
    };
    return { today, picks, rows };
  } finally {
    await stage.stop();
  }
}

async function rowsOf(answer: Promise<Response>): Promise<string> {
  return /desc="([^"]+)"/.exec((await answer).headers.get("server-timing") ?? "")?.[1] ?? "";
}

/** Five projects with a site each, everybody on all of them, today's schedules and punches. */
async function furnish({ admin }: Stage, date: string): Promise<void> {
  await admin.call("POST", "/api/sync/directory");
  await drain(admin);
  for (const [n, id] of PROJECTS.entries()) await addProject(admin, { id, mark: `P${"abcde"[n]}`, people: PEOPLE });
  await admin.call("POST", "/api/sync/punches", { from: date, to: date });
  await drain(admin);
}

/** A project with one site at the canned punches' place and the first `people` as members. */
export async function addProject(
  admin: Stage["admin"],
  { id, mark, people }: { id: string; mark: string; people: number },
): Promise<void> {
  await admin.call("POST", "/api/projects", { id, code: id, name: `项目 ${id}`, shortName: id, mark });
  await admin.call("PUT", `/api/projects/${id}/sites/main`, { name: "工地", lat: 30.2854, lng: 120.0171, radius: 300 });
  for (let from = 0; from < people; from += 1000) {
    const members = Array.from({ length: Math.min(1000, people - from) }, (_, n) => ({ personId: `u${from + n + 1}` }));
    await admin.call("PUT", `/api/projects/${id}/members`, { members });
  }
}

/** The calendar day in Beijing. */
export function dateIn(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
}
