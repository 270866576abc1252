import { addPeople, addProject, beijing, plan, pull, punch } from "@today/db/testing";
import { describe, expect, test } from "vitest";
import type { PeriodDetail, PeriodSheet, Periods } from "../contract.ts";
import { settleDays } from "../settle-days.ts";
import { type House, openHouse, productIn } from "../testing.ts";

const reason = "月底";

/** Zhao worked on `lang` from 9 to 18 on 1 September and forgot to clock out on the 2nd; it is 8 October. */
async function furnish(over: { readonly forgot?: boolean } = {}): Promise<House> {
  const house = await openHouse();
  await addPeople(house, ["he", "jin", "wang"]);
  await addProject(house, { id: "lang", members: ["zhao"] });
  await house.db.batch([
    house.db.prepare("insert into role_grant values (?1, 'he', 'hr'), (?1, 'jin', 'finance')", house.id),
    house.db.prepare("update person set default_project = 'lang' where company_id = ?1 and id = 'zhao'", house.id),
  ]);
  await plan(house, ["zhao"], ["2026-09-01", "2026-09-02"]);
  const punches = [punch("zhao", "2026-09-01", [540, "on"]), punch("zhao", "2026-09-01", [1080, "off"])];
  if (over.forgot) punches.push(punch("zhao", "2026-09-02", [540, "on"]));
  else punches.push(punch("zhao", "2026-09-02", [540, "on"]), punch("zhao", "2026-09-02", [1080, "off"]));
  await pull(house, beijing("2026-09-03", 600), punches);
  house.now = beijing("2026-10-08", 600);
  return house;
}

async function move(house: House, version: number, state: string, more: object = {}) {
  return house
    .as("he")
    .call<PeriodDetail & { code?: string; current?: unknown }>("POST", "/api/periods/2026-09/state", {
      ...{ version, state },
      ...more,
    });
}

/** Somebody wants to hear of everything that happens to periods. */
function listen({ db, id }: House) {
  return db.all(
    `insert into hook (company_id, id, kind, name, host, sealed_url, events, created_at, created_by, changed_at, changed_by)
     values (?1, 'h', 'webhook', '平台', 'hooks.example.com', 'x', '["period.closed","period.reopened"]', 0, 'he', 0, 'he')`,
    id,
  );
}

async function close(house: House) {
  await move(house, 0, "open-for-approvers");
  return move(house, 1, "closed");
}

describe("a period", () => {
  test("exists before anybody moved it, with those of the last year", async () => {
    const house = await furnish();
    const { body } = await house.as("he").call<Periods>("GET", "/api/periods");
    expect(body.periods.map(({ id }) => id).slice(0, 3)).toEqual(["2026-10", "2026-09", "2026-08"]);
    expect(body.periods).toHaveLength(13);
    expect(body.periods[1]).toMatchObject({ first: "2026-09-01", last: "2026-09-30", state: "open", version: 0 });
    expect((await house.as("he").refused("GET", "/api/periods/2026-W38")).body.code).toBe("not-found");
  });

  test("is told as closed and as opened again also when somebody listens to that", async () => {
    const house = await furnish();
    await listen(house);
    expect((await close(house)).body.period).toMatchObject({ state: "closed", version: 2 });
    const ask = (who: string) => house.as(who).call<PeriodDetail>("POST", "/api/periods/2026-09/reopening", { reason });
    await ask("he");
    expect((await ask("jin")).body.period).toMatchObject({ state: "open-for-approvers", version: 3 });
    const heard = await house.db.all<{ type: string }>("select type from hook_event where company_id = ?1", house.id);
    expect(heard.map(({ type }) => type).sort()).toEqual(["period.closed", "period.reopened"]);
  });

  test("goes to approvers, back, and is closed from there once its last day is over", async () => {
    const house = await furnish();
    expect((await move(house, 0, "closed")).body.code).toBe("period-move-unknown");
    expect((await move(house, 0, "open-for-approvers")).body.period).toMatchObject({
      version: 1,
      changedBy: { id: "he" },
    });
    expect((await move(house, 1, "open")).body.period).toMatchObject({ state: "open", version: 2 });
    await move(house, 2, "open-for-approvers");
    house.now = beijing("2026-09-30", 1430);
    expect((await move(house, 3, "closed")).body.code).toBe("period-not-over");
    house.now = beijing("2026-10-01", 1);
    expect((await move(house, 3, "closed")).body.period).toMatchObject({ state: "closed", version: 4, closing: 1 });
  });

  test("tells whoever comes second with an old version what is there now, but answers a repeat", async () => {
    const house = await furnish();
    await move(house, 0, "open-for-approvers");
    expect((await move(house, 0, "open-for-approvers")).body.period.version).toBe(1);
    const late = await move(house, 0, "open");
    expect([late.status, late.body.code, late.body.current]).toEqual([
      409,
      "version-conflict",
      expect.objectContaining({ version: 1, state: "open-for-approvers" }),
    ]);
  });
});

describe("closing", () => {
  test("settles what is left and keeps what the period came to", async () => {
    const house = await furnish();
    const { body } = await close(house);
    expect(body.period).toMatchObject({ state: "closed", closing: 1 });
    expect(body.closings).toMatchObject([{ closing: 1, by: { id: "he" }, leftOpen: {}, reason: null }]);
    expect(body.figures).toMatchObject({ people: 1, counted: 960, planned: 960, approved: 960, waiting: 0 });
    const sheet = await house.as("jin").call<PeriodSheet>("GET", "/api/periods/2026-09/sheet");
    expect(sheet.body).toMatchObject({ kept: true, rows: [{ person: { id: "zhao" }, days: 2, counted: 960 }] });
  });

  test("is refused with what is open, unless it is left open for a reason that is kept", async () => {
    const house = await furnish({ forgot: true });
    const refused = await close(house);
    expect(refused.body).toMatchObject({ code: "period-not-clean", current: { "missing-punch": 1 } });
    const { body } = await house.as("he").call<PeriodDetail>("GET", "/api/periods/2026-09");
    expect(body.checks.find(({ kind }) => kind === "missing-punch")).toMatchObject({
      count: 1,
      items: [{ person: { id: "zhao" }, date: "2026-09-02", what: "missing-out", proposal: { start: 540, end: 1080 } }],
    });
    expect((await move(house, 1, "closed", { leaveOpen: true })).body.code).toBe("reason-missing");
    const closed = await move(house, 1, "closed", { leaveOpen: true, reason });
    expect(closed.body.closings).toMatchObject([{ leftOpen: { "missing-punch": 1 }, reason }]);
  });

  test("happens once when it is asked for twice at the same time", async () => {
    const house = await furnish();
    await move(house, 0, "open-for-approvers");
    const both = await Promise.all([move(house, 1, "closed"), move(house, 1, "closed")]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both[0]?.body.closings).toHaveLength(1);
    expect(await told(house, "closed")).toBe(1);
  });
});

async function told(house: House, action: string): Promise<number> {
  const sql = "select count(*) as n from history where company_id = ?1 and action = ?2";
  const [row] = await house.db.all<{ n: number }>(sql, house.id, action);
  return row?.n ?? 0;
}

describe("reopening", () => {
  const path = "/api/periods/2026-09/reopening";

  test("takes two people; what was kept stays beside what is kept next", async () => {
    const house = await furnish();
    await close(house);
    const first = await house.as("he").call<PeriodDetail>("POST", path, { reason });
    expect(first.body.period).toMatchObject({ state: "closed", reopening: { by: { id: "he" }, reason } });
    expect((await house.as("he").refused("POST", path, { reason })).body.code).toBe("same-person");
    const second = await house.as("jin").call<PeriodDetail>("POST", path, { reason: "同意" });
    expect(second.body.period).toMatchObject({ state: "open-for-approvers", version: 3, reopening: null });
    const again = await move(house, 3, "closed");
    expect(again.body.closings.map(({ closing }) => closing)).toEqual([1, 2]);
    expect([await told(house, "ask-reopening"), await told(house, "reopened")]).toEqual([1, 1]);
  });

  test("is nothing for a period that is not closed, and can be taken back", async () => {
    const house = await furnish();
    expect((await house.as("he").refused("POST", path, { reason })).body.code).toBe("period-move-unknown");
    await close(house);
    await house.as("he").call("POST", path, { reason });
    expect((await house.as("jin").call("DELETE", path)).status).toBe(204);
    expect((await house.as("jin").call("DELETE", path)).status).toBe(204);
    const asked = await house.as("jin").call<PeriodDetail>("POST", path, { reason });
    expect(asked.body.period).toMatchObject({ state: "closed", reopening: { by: { id: "jin" } } });
    expect(await told(house, "withdraw-reopening")).toBe(1);
  });

  test("opens it once when both ask at the same time", async () => {
    const house = await furnish();
    await close(house);
    await Promise.all([house.as("he").call("POST", path, { reason }), house.as("jin").call("POST", path, { reason })]);
    const { body } = await house.as("he").call<PeriodDetail>("GET", "/api/periods/2026-09");
    expect(body.period).toMatchObject({ state: "open-for-approvers", version: 3, reopening: null });
  });

  test("never leaves the front door by the way of moving", async () => {
    const house = await furnish();
    await close(house);
    expect((await move(house, 2, "open-for-approvers")).body.code).toBe("period-move-unknown");
    expect((await move(house, 2, "open")).body.code).toBe("period-move-unknown");
  });
});

describe("what comes after the close", () => {
  test("is an adjustment on both sheets, and none once the period is open again", async () => {
    const house = await furnish();
    await close(house);
    await plan(house, ["zhao"], ["2026-09-04"]);
    const punches = [punch("zhao", "2026-09-04", [540, "on"]), punch("zhao", "2026-09-04", [720, "off"])];
    await pull(house, beijing("2026-10-08", 660), punches);
    await settleDays(await productIn(house), null);
    const sheetOf = (id: string) => house.as("he").call<PeriodSheet>("GET", `/api/periods/${id}/sheet`);
    const kept = (await sheetOf("2026-09")).body;
    expect(kept.rows).toMatchObject([{ counted: 960 }]);
    const late = { date: "2026-09-04", bookedOn: "2026-10-08", bookedIn: "2026-10", counted: 180 };
    expect(kept.adjustments).toMatchObject([late]);
    expect((await sheetOf("2026-10")).body.adjustments).toMatchObject([late]);
    for (const who of ["he", "jin"]) await house.as(who).call("POST", "/api/periods/2026-09/reopening", { reason });
    await settleDays(await productIn(house), null);
    const open = (await sheetOf("2026-09")).body;
    expect(open.rows).toMatchObject([{ counted: 1140 }]);
    expect(open.adjustments.reduce((sum, { counted }) => sum + counted, 0)).toBe(0);
  });
});

describe("grace", () => {
  const path = "/api/periods/2026-09/graces/zhao";

  test("is given by hr until a day that has not gone by, and is listed until it has", async () => {
    const house = await furnish();
    expect((await house.as("jin").refused("PUT", path, { until: "2026-10-09", reason })).body.code).toBe("forbidden");
    expect((await house.as("he").refused("PUT", path, { until: "2026-10-07", reason })).body.code).toBe(
      "date-out-of-range",
    );
    expect(
      (await house.as("he").refused("PUT", path.replace("zhao", "no"), { until: "2026-10-09", reason })).status,
    ).toBe(404);
    for (const _ of [1, 2])
      expect((await house.as("he").call("PUT", path, { until: "2026-10-09", reason })).status).toBe(204);
    expect(await told(house, "set")).toBe(1);
    const { body } = await house.as("jin").call<PeriodDetail>("GET", "/api/periods/2026-09");
    expect(body.graces).toMatchObject([{ person: { id: "zhao" }, until: "2026-10-09", reason }]);
    const running = body.checks.find(({ kind }) => kind === "grace-running");
    expect(running).toMatchObject({ count: 1, items: [{ person: { id: "zhao" }, date: "2026-10-09", what: reason }] });
  });

  test("stands in the way of closing until it is taken back, and is not given any more afterwards", async () => {
    const house = await furnish();
    await house.as("he").call("PUT", path, { until: "2026-10-09", reason });
    expect((await close(house)).body.current).toEqual({ "grace-running": 1 });
    for (const _ of [1, 2]) expect((await house.as("he").call("DELETE", path)).status).toBe(204);
    expect((await move(house, 1, "closed")).status).toBe(200);
    expect((await house.as("he").refused("PUT", path, { until: "2026-10-09", reason })).body.code).toBe(
      "period-closed",
    );
    expect((await house.as("he").refused("DELETE", path)).body.code).toBe("period-closed");
  });
});

test("where DingTalk's report differs closing waits, until somebody accepts it with a reason", async () => {
  const house = await furnish();
  await house.db.batch([
    house.db.prepare(
      `insert into difference values (?1, 'zhao', '2026-09-01', 'work', 480, 420, '{}', 'open', 1, 1, null, null)`,
      house.id,
    ),
  ]);
  expect((await close(house)).body.current).toEqual({ differs: 1 });
  const { body } = await house.as("jin").call<PeriodDetail>("GET", "/api/periods/2026-09");
  const differs = body.checks.find(({ kind }) => kind === "differs");
  expect(differs?.items).toMatchObject([{ person: { id: "zhao" }, date: "2026-09-01", minutes: 480, what: "work" }]);
  const accepted = { personId: "zhao", date: "2026-09-01", figure: "work", reason };
  expect((await house.as("he").call("PUT", "/api/differences", accepted)).status).toBe(204);
  expect((await move(house, 1, "closed")).status).toBe(200);
});

test("a sheet takes as many statements for forty people as for one", async () => {
  const house = await furnish();
  const statements = async () => {
    await settleDays(await productIn(house), null);
    const { headers, body } = await house.as("he").call<PeriodSheet>("GET", "/api/periods/2026-09/sheet");
    return [body.rows.length, headers.get("server-timing")?.match(/\d+ statements/)?.[0]];
  };
  const [, one] = await statements();
  const crowd = Array.from({ length: 40 }, (_, n) => `p${n}`);
  await addPeople(house, crowd);
  await plan(house, crowd, ["2026-09-01"]);
  expect(await statements()).toEqual([41, one]);
});
