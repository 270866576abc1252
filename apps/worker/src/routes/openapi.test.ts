import { expect, test } from "vitest";
import { openHouse } from "../testing.ts";

interface Schema {
  readonly properties?: Record<string, Schema>;
  readonly $ref?: string;
}
interface Media {
  readonly schema: Schema;
  readonly example?: unknown;
}
interface Described {
  readonly openapi: string;
  readonly components: { readonly schemas: Record<string, Schema>; readonly securitySchemes: Record<string, unknown> };
  readonly paths: Record<string, Record<string, Operation>>;
}
interface Operation {
  readonly summary?: string;
  readonly security?: unknown;
  readonly requestBody?: { readonly required?: boolean; readonly content: Record<string, Media> };
  readonly responses: Record<string, { readonly description: string; readonly content?: Record<string, Media> }>;
}

async function read() {
  const house = await openHouse();
  const { body } = await house.nobody.call<Described>("GET", "/api/openapi.json");
  const operations = Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, ...operation })),
  );
  return { body, operations };
}

test("the document is OpenAPI 3.1 with a summary, answers and refusals for every route", async () => {
  const { body, operations } = await read();
  expect(body.openapi).toBe("3.1.0");
  for (const { name, summary, responses } of operations) {
    expect([name, summary]).toEqual([name, expect.stringMatching(/\w/)]);
    expect(
      Object.keys(responses).some((status) => /^[23]/.test(status)),
      name,
    ).toBe(true);
    expect(responses["500"]?.description, name).toBe("internal");
  }
});

test("every body is described, required and shown by an example", async () => {
  const { operations } = await read();
  for (const { name, requestBody } of operations) {
    if (requestBody === undefined) continue;
    expect(requestBody.required, name).toBe(true);
    expect(requestBody.content["application/json"]?.schema, name).toBeDefined();
    if (name !== "post /dingtalk/callback")
      expect(requestBody.content["application/json"]?.example, name).toBeDefined();
  }
});

test("every name that the document refers to is in it", async () => {
  const { body } = await read();
  const names = [...JSON.stringify(body).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name ?? "");
  expect(names.length).toBeGreaterThan(20);
  for (const name of new Set(names)) expect(Object.keys(body.components.schemas)).toContain(name);
});

test("routes of people who are signed in say so", async () => {
  const { body, operations } = await read();
  expect(Object.keys(body.components.securitySchemes)).toEqual(["session", "key"]);
  const open = operations.filter(({ security }) => security === undefined).map(({ name }) => name);
  expect(open.sort()).toEqual([
    "get /api/health",
    "get /api/login",
    "get /api/login/callback",
    "get /api/openapi.json",
    "get /api/settings",
    "get /hooks/in/{id}",
    "get /v1/openapi.json",
    "post /api/session",
    "post /dingtalk/callback",
    "post /dingtalk/stream",
    "post /hooks/in/{id}",
    "put /dingtalk/stream",
  ]);
});
