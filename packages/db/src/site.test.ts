import { expect, test } from "vitest";
import { loadDayFacts } from "./facts.ts";
import type { Author } from "./history.ts";
import { deleteSite, type SiteRecord, upsertSite } from "./site.ts";
import { addPeople, addProject, mintCompany } from "./testing.ts";

const site: SiteRecord = {
  ...{ id: "north", name: "北门", lat: 30, lng: 120.5, radius: 200, ssids: ["GL"], machines: [] },
  ...{ startsOn: null, endsOn: null },
};

test("a project's row carries its sites as they are now", async () => {
  const company = await mintCompany();
  const { db, id } = company;
  await addPeople(company, ["zhao"]);
  await addProject(company, { id: "lang", members: ["zhao"] });
  await db.batch([db.prepare("insert into role_grant values (?1, 'lin', 'admin')", id)]);
  const author: Author = { company: id, person: "lin", today: "2026-09-17", at: 1, channel: "app" };
  const sites = async () => {
    const days = [{ personId: "zhao", date: "2026-09-17" }];
    const [day] = await loadDayFacts(db, { companyId: id, now: 1 }, days);
    return day?.facts?.sites.map(({ id: one, project, radius, ssids }) => [one, project, radius, ssids]);
  };
  expect(await sites()).toEqual([]);
  await upsertSite(db, author, { project: "lang", site });
  await upsertSite(db, author, { project: "lang", site: { ...site, id: "south", ssids: [] } });
  await upsertSite(db, author, { project: "lang", site: { ...site, radius: 300 } });
  expect(await sites()).toEqual([
    ["north", "lang", 300, ["GL"]],
    ["south", "lang", 200, []],
  ]);
  await deleteSite(db, author, { project: "lang", site: "north" });
  expect(await sites()).toEqual([["south", "lang", 200, []]]);
});
