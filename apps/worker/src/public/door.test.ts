import { expect, test } from "vitest";
import type { ApiKeys } from "../contract.ts";
import { openHouse } from "../testing.ts";
import { programIn, programWith } from "../testing-api.ts";

const minute = 60_000;

test("a key tells what it is and may do, and is kept as its digest alone", async () => {
  const house = await openHouse();
  const program = await programIn(house, ["projects:read"], 30);
  const { status, body } = await program.call("GET", "/v1/me");
  expect(status).toBe(200);
  expect(body).toEqual({
    key: { id: program.id, name: "Zapier", scopes: ["projects:read"], expiresAt: "2026-10-17T13:30:00+08:00" },
    company: { zone: "Asia/Shanghai", today: "2026-09-17" },
  });
  const kept = await house.db.all("select * from api_key where company_id = ?1", house.id);
  expect(JSON.stringify(kept)).not.toContain(program.key);
});

test("nobody, a stranger's key, an over one and a revoked one are refused by name", async () => {
  const house = await openHouse();
  const program = await programIn(house, ["projects:read"], 1);
  const missing = await house.nobody.refused("GET", "/v1/me");
  expect([missing.status, missing.body.code]).toEqual([401, "key-missing"]);
  expect(missing.headers.get("www-authenticate")).toBe('Bearer realm="today"');
  for (const strange of [`today_key_${"a".repeat(43)}`, "x", `today_scim_${"a".repeat(43)}`]) {
    const refused = await programWith(house, strange).refused("GET", "/v1/me");
    expect([refused.status, refused.body.code]).toEqual([401, "key-invalid"]);
    expect(refused.headers.get("www-authenticate")).toBe('Bearer realm="today", error="invalid_token"');
  }
  house.now += 24 * 60 * minute;
  expect((await program.refused("GET", "/v1/me")).body.code).toBe("key-expired");
  const other = await programIn(house, ["projects:read"]);
  await house.as("lin").call("DELETE", `/api/api-keys/${other.id}`);
  expect((await other.refused("GET", "/v1/me")).body.code).toBe("key-invalid");
});

test("a minute has 300 requests, and each answer tells how many are left", async () => {
  const house = await openHouse();
  const program = await programIn(house, ["projects:read"]);
  house.now += 20_000;
  const first = await program.call("GET", "/v1/me");
  expect(first.headers.get("ratelimit-policy")).toBe('"default";q=300;w=60');
  expect(first.headers.get("ratelimit")).toBe('"default";r=299;t=40');
  await house.db.batch([house.db.prepare("update api_use set used = 299 where company_id = ?1", house.id)]);
  const last = await program.call("GET", "/v1/me");
  expect([last.status, last.headers.get("ratelimit")]).toEqual([200, '"default";r=0;t=40']);
  house.now += 15_000;
  for (let again = 0; again < 2; again++) {
    const refused = await program.refused("GET", "/v1/me");
    expect([refused.status, refused.body.code]).toEqual([429, "rate-limited"]);
    expect(refused.headers.get("ratelimit")).toBe('"default";r=0;t=25');
    expect(refused.headers.get("retry-after")).toBe("25");
  }
  house.now += 25_000;
  const next = await program.call("GET", "/v1/me");
  expect([next.status, next.headers.get("ratelimit")]).toEqual([200, '"default";r=299;t=60']);
});

test("a request writes one row, one that is refused none; the list tells when a key was used last", async () => {
  const house = await openHouse();
  const program = await programIn(house, ["projects:read"]);
  const written = async (work: Promise<unknown>) => {
    const before = house.usage.rowsWritten;
    await work;
    return house.usage.rowsWritten - before;
  };
  expect(await written(program.call("GET", "/v1/me"))).toBe(1);
  expect(await written(program.call("GET", "/v1/me"))).toBe(1);
  expect(await written(house.nobody.refused("GET", "/v1/me"))).toBe(0);
  await house.db.batch([house.db.prepare("update api_use set used = 300 where company_id = ?1", house.id)]);
  expect(await written(program.refused("GET", "/v1/me"))).toBe(0);
  const { body } = await house.as("lin").call<ApiKeys>("GET", "/api/api-keys");
  expect(body.keys).toMatchObject([{ id: program.id, prefix: program.key.slice(0, 14), scopes: ["projects:read"] }]);
  expect(body.keys[0]?.lastUsedAt).toBe("2026-09-17T13:30:00+08:00");
  expect(body.scopes.map(({ name }) => name)).toContain("picks:write");
  expect(JSON.stringify(body)).not.toContain(program.key);
});
