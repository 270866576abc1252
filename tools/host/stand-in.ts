import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const WORKER = `
const add = (env, text) => env.DB.prepare("insert into note (text) values (?)").bind(text).run();
export default {
  async fetch(request, env) {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === "/api/clock") return new Response(env.CLOCK ? await (await env.CLOCK.fetch("http://clock/")).text() : "real");
    if (pathname === "/api/out") { const answer = await env.OUTGOING.fetch(searchParams.get("url"), { redirect: "manual" }); return new Response(answer.status + " " + await answer.text()); }
    if (pathname === "/api/vars") return Response.json({ greeting: env.GREETING, secret: env.SESSION_SECRET });
    if (pathname === "/api/send") { await env.QUEUE.send(searchParams.get("text")); return new Response("sent"); }
    if (pathname === "/api/add") { await add(env, searchParams.get("text")); return new Response("added"); }
    if (pathname === "/api/notes") return Response.json((await env.DB.prepare("select text from note order by id").all()).results.map((row) => row.text));
    return new Response("none", { status: 404 });
  },
  async scheduled(controller, env) { await add(env, controller.cron + " " + controller.scheduledTime); },
  async queue(batch, env) { for (const message of batch.messages) await add(env, "queued " + message.body); },
};
`;

const CONFIG = {
  name: "stand-in",
  main: "index.js",
  no_bundle: true,
  compatibility_date: "2026-11-01",
  vars: { GREETING: "hello", SESSION_SECRET: "of the file" },
  triggers: { crons: ["*/5 * * * *"] },
  assets: {
    directory: "../client",
    run_worker_first: ["/api/*"],
    not_found_handling: "single-page-application",
  },
  d1_databases: [{ binding: "DB", database_name: "db", database_id: "db", migrations_dir: "../migrations" }],
  queues: {
    producers: [{ binding: "QUEUE", queue: "q" }],
    consumers: [{ queue: "q", max_batch_size: 5, max_batch_timeout: 0 }],
  },
};

/** A folder with a tiny built Worker in it, for tests of the host; answers the folder and its wrangler.json. */
export function standIn(): { folder: string; config: string } {
  const folder = mkdtempSync(join(tmpdir(), "today-host-"));
  const write = (path: string, text: string) => {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write("worker/index.js", WORKER);
  write("worker/wrangler.json", JSON.stringify(CONFIG));
  write("client/index.html", "<title>page</title>");
  write("migrations/0001_note.sql", "create table note (id integer primary key, text text);\n");
  return { folder, config: join(folder, "worker/wrangler.json") };
}
