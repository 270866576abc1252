import fc from "fast-check";
import { expect, test } from "vitest";
import { openDirectory } from "./testing-directory.ts";

const name = fc.constantFrom(
  "userName",
  "active",
  "emails",
  "name",
  "members",
  "displayName",
  "externalId",
  "Operations",
  "x",
);
const value = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom("False", "a@x.cn", "13800000001"),
  fc.array(fc.object(), { maxLength: 3 }),
);
const body = fc.oneof(fc.dictionary(name, value), fc.jsonValue());
const method = fc.constantFrom(
  "POST /Users",
  "POST /Groups",
  "PATCH /Users/1",
  "PUT /Groups/1",
  "GET /Users",
  "DELETE /Users/1",
);

test("whatever a directory sends, it is taken or refused in SCIM's words, and never a fault of ours", async () => {
  const { call, db, company } = await openDirectory();
  await fc.assert(
    fc.asyncProperty(method, body, async (request, told) => {
      const [verb = "", path = ""] = request.split(" ");
      const { status, body: answer } = await call(verb, path, verb === "GET" ? undefined : told);
      expect(status).toBeLessThan(500);
      if (status >= 400)
        expect(answer).toMatchObject({ status: String(status), schemas: [expect.stringContaining("Error")] });
    }),
    { numRuns: 300 },
  );
  const kept = await db.all("select 1 from account where company_id = ?1 and not json_valid(resource)", company);
  expect(kept).toEqual([]);
});
