import { expect, test } from "vitest";
import { programIn, programWith } from "../testing-api.ts";
import { furnish } from "../testing-bad-input.ts";

const project = { code: "N", name: "新项目", shortName: "新", mark: "新" };
const pick = { personId: "zhao", date: "2026-09-17", projectId: "lang", reason: "门禁" };
const minute = 60_000;

async function opened() {
  const house = await furnish();
  const program = await programIn(house, ["projects:write", "picks:write"]);
  return { house, program };
}

test("a write without an idempotency key, or with a strange one, is refused", async () => {
  const { house, program } = await opened();
  const missing = await program.refused("POST", "/v1/picks", pick);
  expect([missing.status, missing.body.code]).toEqual([400, "idempotency-key-missing"]);
  for (const strange of ["a b", "x".repeat(256)]) {
    const refused = await program.post("/v1/picks", pick, strange);
    expect([refused.status, refused.body]).toEqual([400, expect.objectContaining({ code: "invalid-input" })]);
  }
  expect(await house.db.all("select * from idempotency where company_id = ?1", house.id)).toEqual([]);
});

test("a repeat gets the first answer word for word and writes nothing", async () => {
  const { house, program } = await opened();
  const first = await program.post("/v1/picks", pick, "k1");
  expect([first.status, first.headers.get("idempotency-replayed")]).toEqual([201, null]);
  const before = await house.count();
  house.now += 23 * 60 * minute;
  for (const again of ["k1", '"k1"']) {
    const repeat = await program.post("/v1/picks", pick, again);
    expect([repeat.status, repeat.headers.get("idempotency-replayed")]).toEqual([201, "true"]);
    expect(repeat.body).toEqual(first.body);
    expect(repeat.headers.get("content-type")).toMatch(/json/);
    expect(repeat.headers.get("ratelimit")).toMatch(/^"default"/);
  }
  expect(await house.count()).toEqual(before);
});

test("another body under the same key is refused, and so is another path", async () => {
  const { program } = await opened();
  await program.post("/v1/picks", pick, "k1");
  for (const [path, body] of [
    ["/v1/picks", { ...pick, reason: "别的" }],
    ["/v1/projects", project],
  ] as const) {
    const other = await program.post(path, body, "k1");
    expect([other.status, other.body]).toEqual([422, expect.objectContaining({ code: "idempotency-key-reused" })]);
  }
});

test("of ten at once one is answered and writes, the others wait or get its answer", async () => {
  const { house, program } = await opened();
  const answers = await Promise.all(Array.from({ length: 10 }, () => program.post("/v1/projects", project, "k1")));
  const made = answers.filter(({ status }) => status === 201);
  const waiting = answers.filter(({ status }) => status === 409);
  expect(made.length + waiting.length).toBe(10);
  expect(made.filter(({ headers }) => headers.get("idempotency-replayed") === null)).toHaveLength(1);
  for (const { body, headers } of waiting) {
    expect([body, headers.get("retry-after")]).toEqual([expect.objectContaining({ code: "idempotency-running" }), "1"]);
  }
  const rows = await house.db.all("select 1 from project where company_id = ?1 and code = 'N'", house.id);
  expect(rows).toHaveLength(1);
});

test("a worker that died between the write and its answer leaves a claim; a repeat after a minute does the same work once", async () => {
  const { house, program } = await opened();
  const first = await program.post("/v1/projects", project, "k1");
  // As if the answer had never been kept.
  const forget = "update idempotency set status = null, headers = null, body = null where company_id = ?1";
  await house.db.all(forget, house.id);
  expect((await program.post("/v1/projects", project, "k1")).body).toMatchObject({ code: "idempotency-running" });
  house.now += minute;
  const again = await program.post("/v1/projects", project, "k1");
  expect([again.status, again.body]).toEqual([201, first.body]);
  expect(again.headers.get("idempotency-replayed")).toBe(null);
  const picked = await program.post("/v1/picks", pick, "k2");
  await house.db.all(`${forget} and idempotency_key = 'k2'`, house.id);
  house.now += minute;
  const pickedAgain = await program.post("/v1/picks", pick, "k2");
  expect([pickedAgain.status, pickedAgain.body]).toEqual([201, picked.body]);
  expect(await house.db.all("select 1 from pick where company_id = ?1", house.id)).toHaveLength(1);
});

test("what the work refused is answered again; what was malformed may be mended and sent under the same key", async () => {
  const { program } = await opened();
  const far = { ...pick, date: "2026-01-01" };
  const refused = await program.post("/v1/picks", far, "k1");
  expect([refused.status, refused.body]).toEqual([422, expect.objectContaining({ code: "date-out-of-range" })]);
  const repeat = await program.post("/v1/picks", far, "k1");
  expect([repeat.status, repeat.headers.get("idempotency-replayed")]).toEqual([422, "true"]);
  expect(repeat.body).toEqual(refused.body);
  expect((await program.post("/v1/picks", { ...pick, date: "2026" }, "k2")).status).toBe(400);
  expect((await program.post("/v1/picks", pick, "k2")).status).toBe(201);
});

test("an answer is forgotten after a day, and another key's is never met", async () => {
  const { house, program } = await opened();
  const other = await programIn(house, ["projects:write"]);
  expect((await program.post("/v1/projects", project, "k1")).status).toBe(201);
  const taken = await programWith(house, other.key).post("/v1/projects", project, "k1");
  expect([taken.status, taken.body]).toEqual([409, expect.objectContaining({ code: "code-taken" })]);
  house.now += 24 * 60 * minute + 1;
  expect((await program.post("/v1/projects", { ...project, code: "M", mark: "M1" }, "k9")).status).toBe(400);
  const kept = await house.db.all("select idempotency_key from idempotency where company_id = ?1", house.id);
  expect(kept).toEqual([]);
});

test("a subscription may do without a key, and honours one", async () => {
  const house = await furnish();
  const program = await programIn(house, ["hooks:write"]);
  const hook = { targetUrl: "https://hooks.zapier.com/hooks/standard/1/2/", event: "workday.settled" };
  const bare = await program.call("POST", "/v1/hooks", hook);
  const keyed = await program.post("/v1/hooks", hook, "k1");
  const again = await program.post("/v1/hooks", hook, "k1");
  expect([bare.status, keyed.status, again.status]).toEqual([201, 201, 201]);
  expect([keyed.body, again.body]).toEqual([bare.body, bare.body]);
  expect(again.headers.get("idempotency-replayed")).toBe("true");
});
