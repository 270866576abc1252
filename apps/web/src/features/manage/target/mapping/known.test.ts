import { expect, test } from "vitest";
import { shownRows } from "./known.ts";
import { askedBy, fitting } from "./sources.ts";

const known = [
  { key: "PM", text: "项目经理 PM" },
  { key: "QS", text: "造价 QS", isRare: true },
];

test("a table lists what is said now, then what says something of its own", () => {
  expect(shownRows(known, { OLD: "9", QS: "8" })).toEqual([
    { key: "PM", text: "项目经理 PM", isOwn: false },
    { key: "OLD", text: "OLD", isOwn: true },
    { key: "QS", text: "造价 QS", isOwn: true },
  ]);
});

test("of many things only those are listed that say something of their own", () => {
  const many = Array.from({ length: 30 }, (_, n) => ({ key: `P${n}`, text: `项目 ${n}` }));
  expect(shownRows(many, { P7: "9" })).toEqual([{ key: "P7", text: "项目 7", isOwn: true }]);
});

test("a table asks by codes where there are some, by positions first", () => {
  expect(askedBy(["project.code", "person.position", "place", "place.code", "overtime", "overtime.code"])).toEqual([
    "person.position",
    "place.code",
    "overtime.code",
    "project.code",
  ]);
});

test("a date is filled from what says one, and what is held stays in the list", () => {
  expect(fitting(["title", "deadline", "start"], "date", "title")).toEqual(["title", "deadline", "start"]);
  expect(fitting(["title", "deadline", "start"], "date", "")).toEqual(["deadline", "start"]);
});
