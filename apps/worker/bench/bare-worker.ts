import { Hono } from "hono";

/** The part of D1 that the bare routes use. */
interface Statement {
  bind(...values: unknown[]): Statement;
  all(): Promise<{ results: unknown[] }>;
  first(): Promise<unknown>;
  run(): Promise<unknown>;
}

interface Env {
  readonly DB: { prepare(sql: string): Statement };
}

const PUNCH_COLUMNS = 23;
const columns = Array.from({ length: PUNCH_COLUMNS }, (_, n) => `value ->> ${n}`).join(", ");

/** The platform with nothing on it: one select, one insert, one bulk insert through `json_each`. */
const app = new Hono<{ Bindings: Env }>();

app.get("/select", async (c) => c.json(await c.env.DB.prepare("select * from person where id = ?").bind("p1").first()));

app.post("/insert", async (c) => {
  const { id, date, projectId } = await c.req.json<{ id: string; date: string; projectId: string }>();
  const statement = c.env.DB.prepare("insert into pick (id, date, project_id) values (?, ?, ?)");
  await statement.bind(id, date, projectId).run();
  return c.json({ id, date, projectId }, 201);
});

app.post("/bulk", async (c) => {
  await c.env.DB.prepare(`insert into punch select ${columns} from json_each(?)`)
    .bind(await c.req.text())
    .run();
  return c.json({ ok: true });
});

const kinds = ["workday", "rest", "statutory"].map(
  (kind) => `sum(minutes) filter (where overtime = '${kind}') as ${kind}`,
);
const places = ["onsite", "mobile", "trip", "unknown"].map(
  (place) => `sum(minutes) filter (where place = '${place}') as ${place}`,
);
const month = `select person_id, sum(minutes) as minutes, count(distinct date) as days, ${[...kinds, ...places].join(", ")}
  from allocation where company_id = ? and project_id = ? and date between ? and ? group by person_id`;

app.get("/month", async (c) => {
  const { company, project, from, to } = c.req.query();
  const { results } = await c.env.DB.prepare(month).bind(company, project, from, to).all();
  return c.json({ rows: results });
});

const entry = { user_id: 5, issue_id: 12, hours: 1, spent_on: "2026-09-14", comments: "管廊二期B标 · 现场" };

app.post("/send", async (c) => {
  const { url, count, atOnce } = await c.req.json<{ url: string; count: number; atOnce: number }>();
  const body = JSON.stringify({ time_entry: entry });
  const headers = { "content-type": "application/json" };
  let left = count;
  const write = async () => {
    while (left-- > 0) await (await fetch(url, { method: "POST", headers, body })).json();
  };
  await Promise.all(Array.from({ length: atOnce }, write));
  return c.json({ count });
});

export default app;
