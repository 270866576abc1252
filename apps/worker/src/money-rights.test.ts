import { pull, punch } from "@today/db/testing";
import { beforeAll, describe, expect, test } from "vitest";
import { settleDays } from "./settle-days.ts";
import { type Caller, type House, openHouse, productIn } from "./testing.ts";
import { furnish, roles, table } from "./testing-rights.ts";

const date = "2026-09-16";
/** Numbers that nothing else comes to: an hour's and a budget's fen, and what eight hours cost. */
const secrets = ["98765", "87654321", "790120"];
const moneyKeys = /"(fen\w*|money\w*|budgetFen|rates)":/;
const others = Object.entries(roles).filter(([role]) => role !== "finance");

let answers: Map<string, Map<string, string>>;

/** Zhao's eight hours on `lang`, with a rate and a budget in money that finance wrote. */
async function openMoneyHouse(): Promise<House> {
  const house = await openHouse();
  await furnish(house);
  await pull(house, house.now, [punch("zhao", date, [540, "on"]), punch("zhao", date, [1020, "off"])]);
  const finance = house.as(roles.finance);
  const written = [
    await finance.call("PUT", "/api/people/zhao/rates/2026-08-01", { fenPerHour: 98_765 }),
    await finance.call("PUT", "/api/projects/lang/budget", { version: 0, minutes: 600, fen: 87_654_321, endsOn: null }),
  ];
  expect(written.map(({ status }) => status)).toEqual([204, 200]);
  await settleDays(await productIn(house), null);
  return house;
}

/** What a caller is answered on every route of the table, refusals too; first what only reads, and never the end of the session. */
async function askEverything(caller: Caller): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const routes = Object.entries(table).filter(([route]) => route !== "DELETE /api/session");
  routes.sort(([a], [b]) => Number(b.startsWith("GET")) - Number(a.startsWith("GET")));
  for (const [route, [path, , body]] of routes) {
    const answer = await caller.call(route.split(" ")[0] ?? "", path.replaceAll("2026-09-17", date), body);
    found.set(route, typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body));
  }
  const history = await caller.call("GET", `/api/workdays/${date}?person=zhao`);
  found.set("history of the day", JSON.stringify(history.body));
  return found;
}

beforeAll(async () => {
  answers = new Map();
  for (const [role, person] of Object.entries(roles)) {
    const house = await openMoneyHouse();
    answers.set(role, await askEverything(house.as(person)));
  }
}, 120_000);

describe("rates and money are for finance alone", () => {
  test("finance is told an hour's cost, a project's and its budget, so that this test would notice them", () => {
    const told = [...(answers.get("finance") ?? new Map<string, string>()).values()].join(" ");
    for (const secret of secrets) expect(told).toContain(secret);
    expect(told).toMatch(moneyKeys);
  });

  test.each(others)("%s is told none of it on any route, in lists, exports, history and refusals", (role) => {
    const told = answers.get(role) ?? new Map<string, string>();
    expect(told.size).toBeGreaterThan(60);
    for (const [route, text] of told) {
      // The document describes the fields; it holds nobody's.
      if (route === "GET /api/openapi.json") continue;
      for (const secret of secrets) expect(text, route).not.toContain(secret);
      expect(text, route).not.toMatch(moneyKeys);
    }
  });
});
