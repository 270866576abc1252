import { addPeople, addProject, beijing, plan, pull, punch } from "@today/db/testing";
import { expect, test } from "vitest";
import { type House, openHouse } from "./testing.ts";

export const date = "2026-09-17";
export const id = "0f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c11";
export const wish = { id, date, projectId: "lang" };
export const decision = { id, verdict: "approve", items: [{ type: "request", id }] };

/** Zhao is on `lang` and was there from 9 to 12 yesterday; `shui` is Qian's; Lin is the admin, Wang manages `shui`. */
export async function furnish(): Promise<House> {
  const house = await openHouse();
  await addPeople(house, ["lin", "he", "jin"]);
  await addProject(house, { id: "lang", members: ["zhao"] });
  await addProject(house, { id: "shui", members: ["qian"] });
  await addProject(house, { id: "zu", members: ["zhao"], closedOn: "2026-09-16" });
  await plan(house, ["zhao"], ["2026-09-15", date]);
  await pull(house, beijing("2026-09-15", 800), [
    punch("zhao", "2026-09-15", [540, "on"]),
    punch("zhao", "2026-09-15", [720, "off"]),
  ]);
  const grant = "insert into role_grant values (?1, 'lin', 'admin'), (?1, 'he', 'hr'), (?1, 'jin', 'finance')";
  await house.db.batch([house.db.prepare(grant, house.id)]);
  const managing =
    "insert into project_member (company_id, person_id, project_id, role) values (?1, 'wang', 'shui', 'manager')";
  await addPeople(house, ["wang"]);
  await house.db.batch([house.db.prepare(managing, house.id)]);
  return house;
}

export const splits = (...minutes: number[]) => ({
  version: 0,
  parts: minutes.map((one) => ({ projectId: "lang", minutes: one })),
});

export const august = "/api/periods/2026-08";
export const moveTo = (state: string, version = 0) => ({ version, state });

export type Row = readonly [title: string, answer: string, who: string, request: string, body?: unknown];

/** Each row is refused under its code and changes nothing. */
export function testRefused(rows: readonly Row[]): void {
  test.each(rows.map(([title, ...row]) => ({ title, row })))(
    "$title",
    async ({ row: [answer, who, request, body] }) => {
      const house = await furnish();
      const before = await house.count();
      const [method = "", path = ""] = request.split(" ");
      const refused = await house.as(who).refused(method, path, body);
      expect(`${refused.status} ${refused.body.code}`).toBe(answer);
      expect(refused.body).toMatchObject({ status: refused.status, type: expect.stringMatching(/^urn:/) });
      expect(refused.headers.get("content-type")).toBe("application/problem+json");
      expect(JSON.stringify(refused.body)).not.toMatch(/\.ts|select |insert /);
      expect(await house.count()).toEqual(before);
      expect(house.sent).toEqual([]);
    },
  );
}
