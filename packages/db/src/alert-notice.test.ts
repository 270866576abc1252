import { expect, test } from "vitest";
import { keepLevels } from "./alert-level.ts";
import { addAlertNotices } from "./alert-notice.ts";
import { addPeople, addProject, mintCompany } from "./testing.ts";

const at = 1_789_600_000_000;

test("a level that is raised is told once to whom it concerns", async () => {
  const company = await mintCompany();
  const { db, id } = company;
  await addPeople(company, ["zhao", "wang", "sun", "jin"]);
  await addProject(company, { id: "lang", members: ["zhao"] });
  await addProject(company, { id: "shui" });
  const manager = "insert into project_member (company_id, person_id, project_id, role) values (?1, ?2, ?3, 'manager')";
  await db.batch([
    db.prepare(manager, id, "wang", "lang"),
    db.prepare(manager, id, "sun", "shui"),
    db.prepare("insert into role_grant values (?1, 'jin', 'finance')", id),
  ]);
  const changes = [
    { kind: "overtime", subjectId: "zhao/2026-09", raise: [1440, 1800], rearm: [] },
    { kind: "budget-hours", subjectId: "shui", raise: [75], rearm: [] },
    { kind: "budget-money", subjectId: "shui", raise: [50], rearm: [] },
    { kind: "calendar", subjectId: "2027", raise: [2027], rearm: [] },
  ] as const;
  const kinds = changes.map(({ kind }) => kind);
  for (const later of [0, 1000]) {
    const arrival = { companyId: id, at: at + later };
    await db.batch([
      ...keepLevels(db, arrival, changes),
      addAlertNotices(db, { ...arrival, today: "2026-09-17" }, kinds),
    ]);
  }
  const rows = await db.all(
    `select person_id, kind, about_id, project_id, body ->> 'level' as level, body ->> 'month' as month from notice
      where company_id = ?1 order by kind, level, person_id`,
    id,
  );
  const overtime = { kind: "overtime", about_id: "zhao", project_id: null, month: "2026-09" };
  expect(rows).toEqual([
    { person_id: "sun", kind: "budget-hours", about_id: null, project_id: "shui", level: 75, month: null },
    { person_id: "jin", kind: "budget-money", about_id: null, project_id: "shui", level: 50, month: null },
    { person_id: "wang", ...overtime, level: 1440 },
    { person_id: "zhao", ...overtime, level: 1440 },
    { person_id: "wang", ...overtime, level: 1800 },
    { person_id: "zhao", ...overtime, level: 1800 },
  ]);
});
