import { mappingSources } from "@today/core/mapping-source";
import { expect, test } from "vitest";
import { targetMappingEn } from "./target-mapping.en.ts";
import { targetMappingZh } from "./target-mapping.zh.ts";

test("both languages say the same things", () => {
  expect(Object.keys(targetMappingEn).sort()).toEqual(Object.keys(targetMappingZh).sort());
});

test("no sentence shouts, blames or is polite by rank", () => {
  const texts = [targetMappingZh, targetMappingEn].flatMap((words) => Object.values(words).map(String));
  for (const text of texts) expect(text).not.toMatch(/！|[a-z]!|您|违规|异常|虚假/);
});

test("every source that a mapping can name has a name of its own", () => {
  for (const source of [...mappingSources.worklog, ...mappingSources.task])
    expect(targetMappingZh).toHaveProperty([`mapping.from.${source}`]);
});
