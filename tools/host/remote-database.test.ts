import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openRemoteDatabase } from "./remote-database.ts";

const folder = mkdtempSync(join(tmpdir(), "today-remote-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("what is bound arrives as it was, and a batch is carried out as a whole, triggers included", {
  timeout: 180_000,
}, async () => {
  const database = { binding: "DB", database_name: "db", database_id: "db" };
  writeFileSync(
    join(folder, "wrangler.json"),
    JSON.stringify({ name: "apart", compatibility_date: "2026-11-01", d1_databases: [database] }),
  );
  const where = ["--local", "--persist-to", join(folder, "state")];
  const db = openRemoteDatabase({ binding: "DB", configPath: join(folder, "wrangler.json"), where });
  await db.batch([
    db.prepare("create table note (id integer primary key, text text, n integer)"),
    db.prepare("create trigger twice after insert on note begin update note set n = 2 * new.n where id = new.id; end;"),
    db.prepare("insert into note (text, n) values (?, ?2), (?3, null)").bind("it's; so", 21, "第二?"),
  ]);
  const { results } = await db.prepare("select text, n from note where text <> ? order by id").bind("'").all();
  expect(results).toEqual([
    { text: "it's; so", n: 42 },
    { text: "第二?", n: null },
  ]);
});
