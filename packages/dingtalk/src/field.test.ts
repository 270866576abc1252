import { describe, expect, it } from "vitest";
import { beijingDate } from "./beijing.ts";
import { instantOf, lacking, numberOf, readEach, textOf, truthOf, wordOf, wordsOf, workDateOf } from "./field.ts";
import { instant, maybe, number, oneOf, text, truth } from "./lenient.ts";

const oddities: readonly unknown[] = [
  ...[
    undefined,
    null,
    "",
    " ",
    "0",
    "00",
    "abc",
    "constructor",
    "Y",
    "yes",
    "N",
    "true",
    "OnDuty",
    "1e3",
    "-5",
    " 12 ",
  ],
  ...[0, 1, -1, 0.5, 1e21, Number.NaN, Number.POSITIVE_INFINITY, true, false, [], ["a"], {}, { a: 1 }],
  ...[1789315200000, "1789315200000", 9999999999, 10000000000, 12345678901.5, "2026-09-14", "2026-09-14 08:57"],
  ...["2026-09-14 08:57:21", "2026-09-14T08:57:21", "2026-13-40 08:57:21", "  2026-09-14  ", "17893", "14.09.2026"],
];

const pairs = [
  ["text", textOf, maybe(text)],
  ["number", numberOf, maybe(number)],
  ["truth", truthOf, maybe(truth)],
  ["instant", instantOf, maybe(instant)],
  ["work date", workDateOf, maybe(instant.transform(beijingDate))],
] as const;

describe.each(pairs)("a %s read by hand", (_name, read, schema) => {
  it.each(oddities.map((value) => [value]))("is what the schema reads: %j", (value) => {
    expect(read(value)).toStrictEqual(schema.parse(value));
  });
});

describe("a word read by hand", () => {
  const meanings = { OnDuty: "on", 1: "one" } as const;
  const words = wordsOf(meanings);
  it.each(oddities.filter((value) => value !== "constructor").map((value) => [value]))(
    "is what the schema reads: %j",
    (value) => {
      expect(wordOf(words, value)).toStrictEqual(maybe(oneOf(meanings)).parse(value));
    },
  );
  it("is none that every object knows", () => expect(wordOf(words, "constructor")).toBeNull());
});

describe("a list read by hand", () => {
  it("sets a bad row aside under the names of the fields it lacks", () => {
    const read = (row: Readonly<Record<string, unknown>>) => {
      const [id, at] = [textOf(row.id), instantOf(row.at)];
      return id === null || at === null ? lacking({ id, at }) : { id, at };
    };
    const list = [{ id: 7, at: "2026-09-14" }, { at: "?" }, "nonsense", null, { id: "a" }];
    expect(readEach(list, read)).toEqual({
      rows: [{ id: "7", at: Date.parse("2026-09-14T00:00:00+08:00") }],
      rejected: [
        { reason: "id, at", raw: { at: "?" } },
        { reason: "row", raw: "nonsense" },
        { reason: "row", raw: null },
        { reason: "at", raw: { id: "a" } },
      ],
    });
  });
  it("reads a bare element as a list of one, and nothing as an empty list", () => {
    expect(readEach({ id: 1 }, (row) => row).rows).toEqual([{ id: 1 }]);
    expect(readEach(undefined, (row) => row).rows).toEqual([]);
  });
});
