import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { openDatabase } from "./database.ts";
import { ownLists, readOwnPages } from "./own-data.ts";
import { addPeople, addProject, mintCompany, plan, pull, punch, type TestCompany } from "./testing.ts";

const day = "2026-09-14";

/** Tables that name a person and are not in the file, and why. */
const aside: Readonly<Record<string, string>> = {
  dirty_day: "only says that a day is to be settled",
  worklog_day: "only says that a day is to be planned anew",
  task_person: "only says that their tasks are to be looked at anew",
  rebuild: "only says how far a rebuild has come",
};

async function exportOf({ db, id: companyId }: TestCompany, personId: string): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {};
  for (const list of ownLists) {
    found[list.name] = [];
    for await (const page of readOwnPages(db, { companyId, personId }, list)) found[list.name]?.push(...page);
  }
  return found;
}

test("every table that names a person is in their file, or stands aside with a reason", async () => {
  const rows = await openDatabase(env.DB).all<{ name: string }>(
    `select distinct t.name from sqlite_schema t join pragma_table_info(t.name) c
     where t.type = 'table' and c.name = 'person_id' and t.name not like 'sqlite\\_%' escape '\\'
       and t.name not like 'd1\\_%' escape '\\' and t.name not like '\\_cf%' escape '\\'`,
  );
  const listed = new Set([...ownLists.map(({ name }) => name), ...Object.keys(aside)]);
  expect(rows.map(({ name }) => name).filter((name) => !listed.has(name))).toEqual([]);
});

test("the file of one person holds what is theirs and nobody else", async () => {
  const company = await mintCompany();
  const { db, id } = company;
  await addPeople(company, ["zhao", "zhao2", "qian"]);
  await addProject(company, { id: "lang", members: ["zhao", "zhao2", "qian"] });
  await plan(company, ["zhao", "zhao2", "qian"], [day]);
  for (const who of ["zhao", "zhao2", "qian"]) await pull(company, 1, [punch(who, day, [540, "on"], { lat: 30 })]);
  const history = `insert into history (company_id, at, actor, channel, subject, subject_id, action)
    values (?1, 1, 'qian', 'app', 'split', ?2, 'enter')`;
  await db.batch([
    db.prepare(history, id, `zhao/${day}/1`),
    db.prepare(history, id, `zhao2/${day}/1`),
    db.prepare(
      `insert into pick (company_id, id, person_id, date, project_id, made_at, made_by, channel)
       values (?1, 'k1', 'zhao', ?2, 'lang', 1, 'qian', 'app'), (?1, 'k2', 'qian', ?2, 'lang', 1, 'qian', 'app')`,
      ...[id, day],
    ),
  ]);
  const file = await exportOf(company, "zhao");
  expect(file.punch).toMatchObject([{ work_date: day, lat: 30 }]);
  expect(file.pick).toMatchObject([{ id: "k1", made_by: "other" }]);
  expect(file.history).toMatchObject([{ action: "come" }, { subject_id: `zhao/${day}/1`, actor: "other" }]);
  expect(JSON.stringify(file)).not.toMatch(/qian|zhao2/);
});

test("a long list comes in pages, whole and in order", async () => {
  const company = await mintCompany();
  await addPeople(company, ["zhao"]);
  const punches = Array.from({ length: 1100 }, (_, n) =>
    punch("zhao", day, [540, "on"], { recordId: String(n + 1000) }),
  );
  await pull(company, 1, punches);
  const list = ownLists.find(({ name }) => name === "punch");
  if (list === undefined) throw new Error("no punches");
  const sizes: number[] = [];
  const ids = new Set<unknown>();
  for await (const page of readOwnPages(company.db, { companyId: company.id, personId: "zhao" }, list)) {
    sizes.push(page.length);
    for (const row of page) ids.add((row as { record_id: string }).record_id);
  }
  expect([sizes, ids.size]).toEqual([[500, 500, 100], 1100]);
});
