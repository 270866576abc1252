import { expect, test } from "vitest";
import { openHouse } from "../testing.ts";
import { asked, begin, callsTo, standingOf } from "../testing-forms.ts";
import { openTown } from "../testing-town.ts";

test("what the administrator says of a form holds, once in the history, and a repeat changes nothing", async () => {
  const house = await openHouse();
  await house.db.batch([house.db.prepare("insert into role_grant values (?1, 'zhao', 'admin')", house.id)]);
  const admin = house.as("zhao");
  const { history = 0 } = await house.count();
  for (let n = 0; n < 2; n += 1) {
    const { body } = await admin.call("PUT", "/api/approval-forms/PROC-1", { kind: "trip" });
    expect(body).toEqual({ forms: [{ processCode: "PROC-1", title: "", kind: "trip" }] });
  }
  expect(await house.count()).toMatchObject({ history: history + 1 });
});

test("a form that is said to be none of attendance is not asked for", async () => {
  const town = await openTown({ people: 12 });
  await begin(town, asked.outing);
  const none = `insert into approval_form (company_id, process_code, title, kind, seen_at, chosen_by)
    values (?1, 'PROC-SIMULATOR-OUTING', '', null, 0, 'admin012')`;
  await town.db.batch([town.db.prepare(none, town.companyId)]);
  await town.run({ kind: "approvals" });
  expect((await standingOf(town)).granted).toEqual([]);
  expect(await callsTo(town, "/v1.0/workflow/processes/instanceIds")).toBe(2);
});
