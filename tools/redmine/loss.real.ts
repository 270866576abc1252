import { expect, it } from "vitest";
import type { Fetch } from "../../packages/connectors/src/connector.ts";
import { company, direct, entriesOf, factOf, push, sessionOf } from "./testing-company.ts";

/** Loses the call at a point of time: its answer after Redmine has done it, or the call before it arrives. */
function losing(at: number, when: "after" | "before") {
  let calls = 0;
  const fetch: Fetch = async (request) => {
    calls += 1;
    if (calls !== at) return direct(request);
    if (when === "after") await (await direct(request)).text();
    throw new TypeError("connection lost");
  };
  return { fetch, calls: () => calls };
}

/** The steps of one record's life; zero minutes withdraw it. */
const LIFE = [451, 452, 17, 0, 233];
const MOST_CALLS = 7;

it.each([
  ["after", "2026-05", {}],
  ["before", "2026-04", {}],
  ["after", "2026-03", { markerField: company.markerField }],
] as const)(
  "a call lost %s it arrived, whichever it is, leaves every hour once (%s)",
  async (when, month, settings) => {
    const lost: number[] = [];
    for (let at = 1; at <= MOST_CALLS; at += 1) {
      const date = `${month}-${String(at).padStart(2, "0")}`;
      for (const minutes of LIFE) {
        const fact = await factOf({ date, minutes });
        const door = losing(at, when);
        const first = await push(sessionOf("pusher", settings, door.fetch).worklogs, [fact]).catch(() => ["unread"]);
        if (door.calls() >= at) {
          lost.push(at);
          expect(["unknown", "unread", "failed"]).toContain(first[0]);
        }
        await push(sessionOf("pusher", settings).worklogs, [fact]);
        const there = (await entriesOf(date)).map((one) => Math.round(one.hours * 60));
        expect(there).toEqual(minutes === 0 ? [] : [minutes]);
      }
    }
    expect(lost.length).toBeGreaterThan(12);
  },
);
