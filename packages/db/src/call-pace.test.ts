import { expect, test } from "vitest";
import { reserveSlots } from "./call-pace.ts";
import { endPauses, pauseCalls, readPauses, takeTry } from "./call-pause.ts";
import { clearProblems, noteProblem, readProblems } from "./link-problem.ts";
import { mintCompany } from "./testing.ts";

const api = "/attendance/list";
const now = Date.UTC(2026, 8, 14, 18, 10);
const minute = 60_000;

test("blocks of slots never overlap, and no second has more calls than its spacing allows", async () => {
  const { id: companyId, db } = await mintCompany();
  const wishes = Array.from({ length: 12 }, (_, n) => ({
    companyId,
    api,
    scopes: [api],
    now: now + n * 7,
    slots: 1 + (n % 5),
    spacing: 55,
  }));
  const blocks = await Promise.all(wishes.map(async (wish) => ({ ...wish, ...(await reserveSlots(db, wish)) })));
  const slots = blocks
    .flatMap(({ from, slots: count }) => Array.from({ length: count }, (_, n) => from + n * 55))
    .sort((a, b) => a - b);
  expect(slots[0]).toBeGreaterThanOrEqual(now);
  for (const [n, slot] of slots.entries()) {
    const twentieth = slots[n + 19];
    if (n > 0) expect(slot - (slots[n - 1] ?? 0)).toBeGreaterThanOrEqual(55);
    if (twentieth !== undefined) expect(twentieth - slot).toBeGreaterThan(1000);
  }
});

test("a clock that jumps back does not stop calls", async () => {
  const { id: companyId, db } = await mintCompany();
  await reserveSlots(db, { companyId, api, scopes: [api], now: now + 86_400_000, slots: 1, spacing: 55 });
  expect(await reserveSlots(db, { companyId, api, scopes: [api], now, slots: 1, spacing: 55 })).toEqual({
    from: now,
    pauses: [],
  });
});

test("a pause doubles with each try in vain, one of those that wait tries, and a success ends it", async () => {
  const { id: companyId, db } = await mintCompany();
  const pause = { companyId, api, cause: "busy", firstMs: minute, longestMs: 5 * minute };
  await db.batch([pauseCalls(db, { ...pause, now }), pauseCalls(db, { ...pause, now: now + 3 })]);
  expect(await readPauses(db, companyId)).toEqual([
    { api, cause: "busy", since: now, until: now + minute, tryUntil: 0, strikes: 1 },
  ]);
  const { pauses } = await reserveSlots(db, { companyId, api, scopes: [api], now, slots: 1, spacing: 55 });
  expect(pauses).toEqual(await readPauses(db, companyId));
  const lengths: number[] = [];
  let at = now + minute;
  for (let n = 0; n < 4; n += 1) {
    const attempt = { companyId, apis: [api], now: at, until: at + minute };
    expect(await Promise.all([takeTry(db, attempt), takeTry(db, attempt)])).toEqual([[api], []]);
    await db.batch([pauseCalls(db, { ...pause, now: at })]);
    const until = (await readPauses(db, companyId))[0]?.until ?? 0;
    lengths.push((until - at) / minute);
    at = until;
  }
  expect(lengths).toEqual([2, 4, 5, 5]);
  await endPauses(db, companyId, [api]);
  expect(await readPauses(db, companyId)).toEqual([]);
});

test("a problem is counted until a later success of its API", async () => {
  const { id, db } = await mintCompany();
  const detail = { code: "60011", missingScopes: ["qyapi_get_attendance_data"], refusedAddress: null };
  const lacking = { code: "permission", path: api, lastAt: now, detail };
  const refused = { ...lacking, code: "ip-refused", path: "/attendance/listRecord" };
  await db.batch([
    noteProblem(db, id, lacking),
    noteProblem(db, id, { ...lacking, lastAt: now + 5 }),
    noteProblem(db, id, refused),
  ]);
  expect(await readProblems(db, id)).toEqual([
    { ...lacking, since: now, lastAt: now + 5, times: 2 },
    { ...refused, since: now, times: 1 },
  ]);
  await db.batch([clearProblems(db, id, [[api, now - 1]])]);
  expect(await readProblems(db, id)).toHaveLength(2);
  await db.batch([clearProblems(db, id, [["/attendance/listRecord", now + 9]])]);
  expect((await readProblems(db, id)).map(({ code }) => code)).toEqual(["permission"]);
  await db.batch([clearProblems(db, id, [[api, now + 9]])]);
  expect(await readProblems(db, id)).toEqual([]);
});
