import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { type BareDatabase, openBareDatabase } from "./bare-database.ts";
import { claimDataFolder } from "./data-folder.ts";
import { migrate, rollBack } from "./migrate.ts";
import { standIn } from "./stand-in.ts";

const town = standIn();
const file = (path: string) => join(town.folder, path);
const SECOND = "0002_label.sql";
let bare: BareDatabase;
let close = async () => {};

mkdirSync(file("rollback/again"), { recursive: true });
writeFileSync(
  file("rollback/0001_note.sql"),
  "create table kept_0001_note as select * from note; drop table note; delete from d1_migrations where name = '0001_note.sql';",
);
writeFileSync(
  file(`rollback/${SECOND}`),
  `drop trigger note_marks; create table kept_0002_note as select id, label from note where label is not null;
   alter table note drop column label; create table kept_0002_seen as select * from seen; drop table seen;`,
);
writeFileSync(file(`rollback/again/${SECOND}`), "update kept_0002_note set label = label || '!';");
const second = () =>
  writeFileSync(
    file(`migrations/${SECOND}`),
    `alter table note add column label text; create table seen (id integer primary key, at integer not null);
     create trigger note_marks after update on note begin insert into seen (at) values (999); end;`,
  );

beforeEach(async () => {
  second();
  const folder = claimDataFolder(file(`data-${crypto.randomUUID()}`));
  bare = await openBareDatabase(folder, town.config);
  close = async () => {
    await bare.close();
    folder.release();
  };
});
afterEach(() => close());
afterAll(() => rmSync(town.folder, { recursive: true, force: true }));

const run = (sql: string) => bare.database.prepare(sql).run();
const all = async (sql: string) => (await bare.database.prepare(sql).all()).results;
const forth = () => migrate(bare.database, bare.migrationsFolder);
const back = (to: string) => rollBack(bare.database, bare.migrationsFolder, to);

async function filled() {
  await forth();
  await run("insert into note (text, label) values ('one', 'a'), ('two', null)");
  await run("insert into seen (at) values (7)");
}

test("what the older release does not know comes back beside what it wrote meanwhile, and no trigger takes it for news", async () => {
  await filled();
  expect(await back("0001")).toEqual([SECOND]);
  expect(await all("select * from note")).toEqual([
    { id: 1, text: "one" },
    { id: 2, text: "two" },
  ]);
  await run("insert into note (text) values ('of the older')");
  expect(await forth()).toEqual([SECOND]);
  expect(await all("select text, label from note")).toEqual([
    { text: "one", label: "a!" },
    { text: "two", label: null },
    { text: "of the older", label: null },
  ]);
  expect(await all("select * from seen")).toEqual([{ id: 1, at: 7 }]);
  expect(await all("select name from sqlite_schema where name like 'kept%'")).toEqual([]);
  await run("update note set label = 'b' where id = 1");
  expect(await all("select at from seen")).toEqual([{ at: 7 }, { at: 999 }]);
});

test("back to nothing and forth again, back twice, forth twice: the same facts", async () => {
  await filled();
  expect(await back("0000")).toEqual([SECOND, "0001_note.sql"]);
  expect(await back("0000")).toEqual([]);
  await forth();
  expect(await forth()).toEqual([]);
  expect(await all("select id, label from note")).toEqual([
    { id: 1, label: "a!" },
    { id: 2, label: null },
  ]);
});

test("a start that was killed before it had put back what was kept is made up for by the next", async () => {
  await filled();
  await back("0001");
  await run("create table aside as select * from kept_0002_note");
  await forth();
  await run("update note set label = null");
  await run("create table kept_0002_note as select * from aside");
  await run("drop table aside");
  expect(await back("0001")).toEqual([SECOND]);
  expect(await all("select * from kept_0002_note")).toEqual([{ id: 1, label: "a!" }]);
});

test("a database that a newer release has migrated is refused with the way back", async () => {
  await filled();
  rmSync(file(`migrations/${SECOND}`));
  await expect(forth()).rejects.toThrow(
    `A newer release has migrated this database (${SECOND}): start that release, or go back with it: npm run rollback -- --to 0001`,
  );
});

test("a step without a way back is refused before anything has changed", async () => {
  writeFileSync(file("migrations/0003_more.sql"), "create table more (id integer);");
  await filled();
  await expect(back("0001")).rejects.toThrow("There is no way back from 0003_more.sql.");
  rmSync(file("migrations/0003_more.sql"));
  expect(await all("select name from sqlite_schema where name = 'more'")).toEqual([{ name: "more" }]);
});
