import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { targetProblemEn } from "../../apps/web/src/message/target-problem.en.ts";
import { targetProblemZh } from "../../apps/web/src/message/target-problem.zh.ts";
import { holds } from "../../packages/core/src/worklog-plan.ts";
import { ROOT } from "../run-command.ts";

/** Words of connectors that are written like codes and are none: headers, abilities, products. */
const others =
  /^(x-.*|jira-.*|token-owner|any-user|acting-user|secret-url|content-[a-z]+|retry-after|ratelimit-reason)$/;

test("every problem that a product can give has a sentence with what to do", () => {
  const connectors = textsOf("packages/connectors/src/**/*.ts").flatMap((text) => wordsOf(text));
  const told = textsOf("apps/worker/src/targets/**/*.ts").flatMap((text) => text.split("\n").filter(tells));
  const kinds = connectors.filter((word) => !others.test(word));
  const found = new Set([...kinds, ...told.flatMap(wordsOf)]);
  expect(found.size).toBeGreaterThan(60);
  expect([...found].filter((code) => !(code in targetProblemZh))).toEqual([]);
});

test("every reason why hours wait has one too", () => {
  expect(holds.filter((reason) => !(reason in targetProblemZh))).toEqual([]);
});

test("a code that nobody foresaw would be a mistake in both languages alike", () => {
  expect(Object.keys(targetProblemEn).sort()).toEqual(Object.keys(targetProblemZh).sort());
});

test("no sentence shouts, blames, or is polite by rank", () => {
  for (const text of [...Object.values(targetProblemZh), ...Object.values(targetProblemEn)])
    expect(text).not.toMatch(/[!！]|请您|您|违规|异常|非法/);
});

function textsOf(place: string): string[] {
  const files = globSync(place, { cwd: ROOT }).filter((file) => !/testing-|\.test\.ts$/.test(file));
  return files.map((file) => readFileSync(join(ROOT, file), "utf8"));
}

/** Whether a line of the worker gives a problem a name. */
function tells(line: string): boolean {
  return /\b(problem|code): |refused\(|ConnectorError\(/.test(line);
}

/** Codes are words with a hyphen, and kinds of errors, which may be a single one. */
function wordsOf(text: string): string[] {
  const hyphened = [...text.matchAll(/(?<!from )"([a-z]+(?:-[a-z]+)+)"/g)];
  return [...hyphened, ...text.matchAll(/kind: "([a-z-]+)", code/g)].flatMap(([, word = ""]) => [word]);
}
