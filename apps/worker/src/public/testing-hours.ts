import { addPeople, addProject, beijing, plan, pull, punch } from "@today/db/testing";
import { addTarget, addWorklogs } from "@today/db/testing-worklog";
import { settleDays } from "../settle-days.ts";
import { type House, openHouse, productIn } from "../testing.ts";

const site = { lat: 30.2854, lng: 120.0171 };

/** What must never leave through the public doors: money, coordinates, phones and texts of others' systems. */
export const secrets = ["4567", "30.2854", "120.0171", "13800001111", "JOB-77", "砌墙"];

/** Two people's three settled days on two projects, with a wage, coordinates and a job number that nobody is to see. */
export async function houseOfHours(): Promise<House> {
  const house = await openHouse();
  await addPeople(house, ["wang"], { jobNumber: "JOB-77" });
  await addProject(house, { id: "lang", members: ["zhao", "qian"], site });
  await addProject(house, { id: "shui", members: ["zhao"] });
  await addProject(house, { id: "xi" });
  const dates = ["2026-09-14", "2026-09-15", "2026-09-16"];
  await plan(house, ["zhao", "qian"], dates);
  for (const date of dates) await work(house, ["zhao", "qian"], date);
  await addTarget(house, "redmine");
  const keys = ["a", "b", "c", "d", "e"];
  await addWorklogs(
    house,
    "redmine",
    keys.map((key, n) => ({ key, date: dates[n % 3] ?? "", state: key === "e" ? "failed" : "due" })),
  );
  const { db, id } = house;
  await db.batch([
    db.prepare("insert into rate values (?1, 'zhao', '2026-01-01', 4567, 1, 'jin')", id),
    db.prepare(
      `insert into person_key (company_id, person_id, kind, digest) values (?1, 'zhao', 'mobile', '13800001111')`,
      id,
    ),
    ...["2026-09-02", "2026-09-03", "2026-09-03"].map((bookedOn, n) =>
      db.prepare(
        `insert into adjustment (company_id, person_id, date, n, booked_on, at, planned, attended, overtime_attended,
           overtime_approved, counted, leave, unassigned, parts) values (?1, 'zhao', '2026-08-31', ?2, ?3, 1, 0, 0, 0, 0, -30,
           0, 0, '[{"project":"lang","task":null,"basis":"pick","place":"onsite","overtime":null,"minutes":-30}]')`,
        ...[id, n, bookedOn],
      ),
    ),
  ]);
  await settleDays(await productIn(house), null);
  return house;
}

/** A day from nine to six on the site of `lang`. */
export async function work(house: House, people: readonly string[], date: string): Promise<void> {
  const at = { ...site, accuracy: 10 };
  const punches = people.flatMap((person) => [
    punch(person, date, [540, "on"], at),
    punch(person, date, [1080, "off"], at),
  ]);
  await pull(house, beijing(date, 1100), punches);
}
