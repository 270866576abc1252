import { expect, test } from "vitest";
import { z } from "zod";
import { openHouse } from "../testing.ts";
import { scopeNames } from "./scope.ts";

interface Media {
  readonly schema: object;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}
interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Media>> }>>;
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly webhooks: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>>; readonly securitySchemes: object };
}

async function read() {
  const house = await openHouse();
  const { body } = await house.nobody.call<Document>("GET", "/v1/openapi.json");
  const operations = [...Object.entries(body.paths), ...Object.entries(body.webhooks)].flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, ...operation })),
  );
  return { body, operations };
}

/** A schema with what it refers to in its place. */
function whole(part: unknown, schemas: Document["components"]["schemas"]): unknown {
  if (Array.isArray(part)) return part.map((one) => whole(one, schemas));
  if (typeof part !== "object" || part === null) return part;
  const name = "$ref" in part ? String(part.$ref).split("/").at(-1) : undefined;
  if (name !== undefined) return whole(schemas[name], schemas);
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, whole(value, schemas)]));
}

test("the document holds the public part and nothing else", async () => {
  const { body } = await read();
  expect(Object.keys(body.paths).filter((path) => !path.startsWith("/v1/"))).toEqual([]);
  const text = JSON.stringify(body);
  const named = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name = ""]) => name);
  expect(Object.keys(body.components.schemas).sort()).toEqual([...new Set(named)].sort());
  expect(Object.keys(body.components.securitySchemes)).toEqual(["key"]);
});

test("every request and answer has an example that its own schema accepts", async () => {
  const { body, operations } = await read();
  let checked = 0;
  for (const { name, requestBody, responses } of operations) {
    const media = [requestBody?.content ?? {}, ...Object.values(responses).map(({ content }) => content ?? {})];
    for (const { schema, example, examples = {} } of media.flatMap((content) => Object.values(content))) {
      const shown = example === undefined ? Object.values(examples).map(({ value }) => value) : [example];
      expect(shown.length, name).toBeGreaterThan(0);
      const accepts = z.fromJSONSchema(whole(schema, body.components.schemas) as never);
      for (const value of shown) {
        expect([name, accepts.safeParse(value).error?.issues ?? []]).toEqual([name, []]);
        checked += 1;
      }
    }
  }
  expect(checked).toBeGreaterThan(60);
});

test("an example that does not fit would be found", async () => {
  const { body } = await read();
  const schema = whole(body.components.schemas.PublicPick, body.components.schemas);
  expect(z.fromJSONSchema(schema as never).safeParse({ id: 5 }).success).toBe(false);
});

test("every operation tells its purpose, its scope, and its limits", async () => {
  const { body } = await read();
  for (const [path, methods] of Object.entries(body.paths)) {
    for (const [method, { summary, security, responses, parameters = [] }] of Object.entries(methods)) {
      const name = `${method} ${path}`;
      expect([name, summary]).toEqual([name, expect.stringMatching(/\p{Script=Han}.* · \w/u)]);
      if (name === "get /v1/openapi.json") continue;
      const scopes = (security ?? []).flatMap(({ key = [] }) => key);
      expect(scopeNames).toEqual(expect.arrayContaining(scopes));
      expect(Object.keys(responses), name).toEqual(expect.arrayContaining(["401", "403", "429"]));
      if (method !== "post" || path === "/v1/hooks") continue;
      expect(parameters).toContainEqual(
        expect.objectContaining({ name: "idempotency-key", in: "header", required: true }),
      );
    }
  }
});
