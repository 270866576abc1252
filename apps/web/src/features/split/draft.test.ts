import { afterEach, expect, test, vi } from "vitest";
import { dropDraft, keepDraft, keptDraft } from "./draft.ts";

const place = { person: "zhao", date: "2026-09-17" };
const parts = [{ project: "lang", task: null, minutes: 140 }];

function phone(): Map<string, string> {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  return kept;
}

afterEach(() => vi.unstubAllGlobals());

test("a draft is kept for one person and one day until it is dropped", () => {
  phone();
  keepDraft(place, { version: 3, parts });
  expect(keptDraft(place)).toEqual({ version: 3, parts });
  expect(keptDraft({ ...place, date: "2026-09-18" })).toBeNull();
  expect(keptDraft({ ...place, person: "li" })).toBeNull();
  dropDraft(place);
  expect(keptDraft(place)).toBeNull();
});

test("what is not a draft is no draft", () => {
  const kept = phone();
  for (const text of ["", "{", "[]", '{"version":1,"parts":[{"project":1}]}', '{"version":1,"parts":[]}']) {
    kept.set("today.split.zhao.2026-09-17", text);
    expect(keptDraft(place)).toBeNull();
  }
});

test("without a storage the editor works all the same", () => {
  keepDraft(place, { version: 3, parts });
  expect(keptDraft(place)).toBeNull();
  dropDraft(place);
});
