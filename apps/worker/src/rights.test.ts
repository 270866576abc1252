import { describe, expect, test } from "vitest";
import { type Caller, openHouse } from "./testing.ts";
import { furnish, roles, table } from "./testing-rights.ts";

describe("rights", () => {
  test("every route of the document has a row in the table", async () => {
    const house = await openHouse();
    const { body } = await house.nobody.call<{ paths: Record<string, object> }>("GET", "/api/openapi.json");
    const routes = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(Object.keys(table).sort()).toEqual(routes.sort());
  });

  test.each(Object.entries(table))("%s", async (route, [path, statuses, body]) => {
    const method = route.split(" ")[0] ?? "";
    const found: string[] = [];
    for (const role of [...Object.values(roles), null]) {
      const house = await openHouse();
      await furnish(house);
      const caller: Caller = role === null ? house.nobody : house.as(role);
      found.push(String((await caller.call(method, path, body)).status));
    }
    expect(found.join(" ")).toBe(statuses);
  });
});
