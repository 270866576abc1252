import { keepPlan } from "@today/db/quota-plan";
import { beijing } from "@today/db/testing";
import { expect, test } from "vitest";
import { openHouse, productIn } from "../testing.ts";
import { collectPush } from "./collecting.ts";

async function pushAt(minute: number, plan: object | null) {
  const house = await openHouse();
  house.now = beijing("2026-09-17", minute) + 20_000;
  const kept = { madeAt: 1, nextPullAt: null };
  if (plan !== null) await house.db.batch([keepPlan(house.db, house.id, { ...kept, plan })]);
  return collectPush(await productIn(house));
}

test("pushed punches wait for the next full collecting time", async () => {
  const every = (collectEvery: number) => ({ days: { collectEvery }, reasons: [] });
  expect(await pushAt(541, every(30))).toEqual({ takenAt: beijing("2026-09-17", 570) });
  expect(await pushAt(569, every(30))).toEqual({ takenAt: beijing("2026-09-17", 570) });
  expect(await pushAt(570, every(30))).toEqual({ takenAt: beijing("2026-09-17", 600) });
  expect(await pushAt(541, every(1))).toEqual({ takenAt: beijing("2026-09-17", 542) });
});

test("they are taken at once while no plan knows of pushes, and not at all where none can be paid", async () => {
  const now = { takenAt: beijing("2026-09-17", 541) + 20_000 };
  const without = (...codes: string[]) => ({
    days: { collectEvery: null },
    reasons: codes.map((code) => ({ code })),
  });
  expect(await pushAt(541, null)).toEqual(now);
  expect(await pushAt(541, without("reserve-low"))).toEqual(now);
  expect(await pushAt(541, without("refused"))).toBe("left-to-the-pulls");
  expect(await pushAt(541, without("pushes-too-few"))).toBe("left-to-the-pulls");
});
