import { expect, test } from "vitest";
import {
  keepDepartments,
  keepFreshness,
  letGo,
  letGoOthers,
  readActivePeople,
  readLongestUnpulled,
} from "./directory.ts";
import { addPeople, mintCompany, type TestCompany } from "./testing.ts";

function historyOf({ id, db }: TestCompany): Promise<{ subject_id: string; action: string }[]> {
  return db.all("select subject_id, action from history where company_id = ?1 order by id", id);
}

test("people come once and are written again only when something of them changed", async () => {
  const company = await mintCompany();
  await addPeople(company, ["zhao", "qian"]);
  const written = company.db.usage.rowsWritten;
  await addPeople(company, ["zhao", "qian"]);
  expect(company.db.usage.rowsWritten).toBe(written);
  await addPeople(company, ["qian"], { title: "施工员" });
  const rows = await company.db.all("select id, title from person where company_id = ?1 order by id", company.id);
  expect(rows).toEqual([
    { id: "qian", title: "施工员" },
    { id: "zhao", title: null },
  ]);
  expect(await historyOf(company)).toEqual([
    { subject_id: "zhao", action: "come" },
    { subject_id: "qian", action: "come" },
  ]);
});

test("who has left is inactive, loses the sessions, and may come back", async () => {
  const company = await mintCompany();
  const { id, db } = company;
  await addPeople(company, ["zhao", "qian"]);
  for (const at of [5000, 6000]) await db.batch(letGo(db, { companyId: id, at }, ["qian", "nobody"]));
  expect(await readActivePeople(db, id)).toEqual(["zhao"]);
  const left = await db.all("select left_at, sessions_from from person where company_id = ?1 and id = 'qian'", id);
  expect(left).toEqual([{ left_at: 5000, sessions_from: 5000 }]);
  await addPeople(company, ["qian"]);
  expect(await readActivePeople(db, id)).toEqual(["qian", "zhao"]);
  expect((await historyOf(company)).map(({ action }) => action)).toEqual(["come", "come", "leave", "return"]);
});

test("who is not on a full list has left", async () => {
  const company = await mintCompany();
  await addPeople(company, ["zhao", "qian", "sun"]);
  await company.db.batch(letGoOthers(company.db, { companyId: company.id, at: 5 }, ["zhao"]));
  expect(await readActivePeople(company.db, company.id)).toEqual(["zhao"]);
});

test("departments are those of the last list", async () => {
  const { id, db } = await mintCompany();
  await db.batch(
    keepDepartments(db, id, [
      { id: "1", parentId: null, name: "A" },
      { id: "2", parentId: "1", name: "B" },
    ]),
  );
  await db.batch(keepDepartments(db, id, [{ id: "2", parentId: "1", name: "C" }]));
  expect(await db.all("select id, name from department where company_id = ?1", id)).toEqual([{ id: "2", name: "C" }]);
});

test("whose last pull is longest ago comes first", async () => {
  const company = await mintCompany();
  const { id, db } = company;
  await addPeople(company, ["a", "b", "c", "d"]);
  await db.batch([
    keepFreshness(db, id, { personIds: ["a", "b"], until: 900 }),
    keepFreshness(db, id, { personIds: ["b"], until: 300 }),
    keepFreshness(db, id, { personIds: ["c"], until: 500 }),
  ]);
  expect(await readLongestUnpulled(db, id, 3)).toEqual(["d", "c", "a"]);
});

test("history is append-only", async () => {
  const company = await mintCompany();
  await addPeople(company, ["zhao"]);
  const change = company.db.all("update history set actor = 'x' where company_id = ?1", company.id);
  await expect(change).rejects.toMatchObject({ problem: "append-only" });
});
