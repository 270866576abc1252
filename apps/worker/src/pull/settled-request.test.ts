import { insertRequest } from "@today/db/request";
import { expect, test } from "vitest";
import { openTown, type Town } from "../testing-town.ts";

const last = "2026-09-16";

async function ask(town: Town): Promise<void> {
  const { companyId: company, db, simulator } = town;
  const author = { company, person: "guo005", today: "2026-09-17", at: simulator.now(), channel: "app" };
  const about = { id: crypto.randomUUID(), personId: "guo005", date: last, reason: "忘了打卡", project: null };
  const effect = { minutes: 480, project: null, overtime: null };
  await insertRequest(db, author, { ...about, effect, kind: "clock-out", body: { minute: 1080 } }, []);
}

async function states({ db, companyId }: Town): Promise<unknown[]> {
  return db.all("select state from request where company_id = ?1", companyId);
}

test.each([true, false])(
  "DingTalk's 补卡 settles the same request with the pull (among the records: %s)",
  async (listed) => {
    const town = await openTown();
    await town.control("switches", { supplyInRecords: listed });
    await town.goTo("2026-09-18", 130);
    await town.run({ kind: "night" });
    await ask(town);
    await town.goTo("2026-09-18", 600);
    await town.control("supply", { userId: "guo005", workDate: last, type: "off", at: `${last}T18:03:00+08:00` });
    expect(await states(town)).toEqual([{ state: "waiting" }]);
    await town.goTo("2026-09-19", 130);
    await town.run({ kind: "night" });
    expect(await states(town)).toEqual([{ state: "settled" }]);
  },
);
