import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const tool = fileURLToPath(new URL("golden.ts", import.meta.url));
const days = fileURLToPath(new URL("../packages/core/src/golden-days.json", import.meta.url));
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "golden-"));
});

afterAll(() => rm(folder, { recursive: true }));

function run(...args: string[]): Promise<{ code: number; out: string; said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [tool, ...args], (error, out, said) =>
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out, said }),
    );
  });
}

test("each case of a file becomes one line in the shape of its expectation", async () => {
  const { code, out, said } = await run(days);
  const cases = JSON.parse(await readFile(days, "utf8")) as { name: string; expect: unknown }[];
  const lines = out.trimEnd().split("\n");
  expect(lines).toEqual(cases.map(({ name, expect: actual }) => JSON.stringify({ name, actual })));
  expect({ code, said }).toEqual({ code: 0, said: "" });
});

test("a malformed file is one line and nothing else", async () => {
  const file = join(folder, "bad.json");
  await writeFile(file, '[{"name":"x","given":{"date":"14.9."}}]');
  const { code, out, said } = await run(file);
  expect({ code, out, said }).toEqual({ code: 2, out: "", said: `golden: ${file}: [0].given.date: not a date\n` });
});

test("without a file it says how it is called", async () => {
  expect(await run()).toEqual({ code: 2, out: "", said: "golden: name a file: npm run --silent golden -- FILE\n" });
  expect((await run(join(folder, "none.json"))).said).toMatch(/none\.json: cannot be read\n$/);
});
