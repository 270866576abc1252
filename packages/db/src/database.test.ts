import { expect, test } from "vitest";
import { DatabaseError, nameFailure } from "./database-error.ts";
import { jsonChunks, parseStored } from "./json-rows.ts";
import { addProject, mintCompany } from "./testing.ts";

test("a batch happens as a whole or not at all", async () => {
  const { id, db } = await mintCompany();
  const insert = (code: string) =>
    db.prepare(
      "insert into project (company_id, id, code, name, short_name, mark, color, created_at) values (?1, ?2, ?2, 'n', 's', 'm', 1, 0)",
      ...[id, code],
    );
  await expect(db.batch([insert("a"), insert("a")])).rejects.toMatchObject({ problem: "unique" });
  expect(await db.all("select 1 from project where company_id = ?1", id)).toEqual([]);
});

test("what a handle reads and writes is counted", async () => {
  const company = await mintCompany();
  const { rowsWritten, statements } = company.db.usage;
  await addProject(company, { id: "p1" });
  await company.db.all("select * from project where company_id = ?1", company.id);
  expect(company.db.usage.rowsWritten - rowsWritten).toBe(2);
  expect(company.db.usage.statements - statements).toBe(2);
});

test("failures bear a name and no content", () => {
  const said = new Error("D1_ERROR: UNIQUE constraint failed: project.company_id, project.code: SQLITE_CONSTRAINT");
  expect(nameFailure(said)).toMatchObject({ problem: "unique" });
  expect(nameFailure(new Error("Failed query", { cause: said }))).toMatchObject({ problem: "unique" });
  expect(nameFailure(new Error("D1_ERROR: D1 DB is overloaded"))).toMatchObject({ problem: "busy" });
  expect(nameFailure("strange")).toBeInstanceOf(DatabaseError);
});

test("rows are cut into texts that fit a value", () => {
  expect(jsonChunks([])).toEqual([]);
  expect(jsonChunks([[1], ["a"]])).toEqual(['[[1],["a"]]']);
  const chunks = jsonChunks(Array.from({ length: 5 }, () => "x".repeat(250_000)));
  expect(chunks.map((chunk) => JSON.parse(chunk).length)).toEqual([2, 2, 1]);
  expect(parseStored("not json", 7)).toBe(7);
});
