import { Hono } from "hono";

/** The part of D1 that the bare routes use. */
interface Statement {
  bind(...values: unknown[]): Statement;
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

export default app;
