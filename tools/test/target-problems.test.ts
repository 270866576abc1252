import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { targetProblemEn } from "../../apps/web/src/message/target-problem.en.ts";
import { targetProblemZh } from "../../apps/web/src/message/target-problem.zh.ts";
import { holds } from "../../packages/core/src/worklog-plan.ts";
import { ROOT } from "../run-command.ts";

/** Words that are written like codes and are none: headers, abilities, products, jobs, refusals. */
const others =
  /^(x-.*|jira-.*|token-owner|any-user|acting-user|secret-url|content-type|retry-after|ratelimit-reason|invalid-input|mapping-malformed|(plan|push)-.*|today-outgoing)$/;

test("every problem that a product can give has a sentence with what to do", () => {
  const sources = ["packages/connectors/src/**/*.ts", "apps/worker/src/targets/**/*.ts"];
  const files = globSync(sources, { cwd: ROOT }).filter((file) => !/testing-|\.test\.ts$/.test(file));
  const found = new Set(files.flatMap((file) => codesOf(readFileSync(join(ROOT, file), "utf8"))));
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

/** Kinds are single words after `kind`; what else is a code has a hyphen. */
function codesOf(text: string): string[] {
  const literals = [...text.matchAll(/(?<!from )"([a-z]+(?:-[a-z]+)+)"/g)].flatMap(([, word = ""]) => [word]);
  const kinds = [...text.matchAll(/kind: "([a-z-]+)", code/g)].flatMap(([, word = ""]) => [word]);
  return [...literals.filter((word) => !others.test(word)), ...kinds];
}
