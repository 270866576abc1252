import fc from "fast-check";
import { expect, test } from "vitest";
import { compareWorklogs, matchOf, type OurWorklog, type TheirWorklog } from "./worklog-comparison.ts";

const place = { remoteProject: "1", remoteTask: "12", remotePerson: "5", date: "2026-09-14" };
const our: OurWorklog = { ...place, key: "a", marker: "[wk:a]", person: "zhao", project: "p1", minutes: 60 };
const their: TheirWorklog = { ...place, id: "100", marker: "[wk:a]", minutes: 60 };

test.each([
  [60, 1, 60, "same"],
  [60, 1, 50, "differs"],
  [60, 0, 0, "missing"],
  [60, 2, 60, "double"],
  [0, 1, 60, "extra"],
  [0, 0, 0, "same"],
] as const)("%i wanted minutes and %i records with %i are %s", (wanted, count, minutes, match) => {
  expect(matchOf(wanted, { count, minutes })).toBe(match);
});

test.each([
  ["another day", { date: "2026-09-15" }],
  ["another task", { remoteTask: "13" }],
  ["somebody else's name", { remotePerson: "6" }],
])("a record of ours on %s is there with no minutes", (_, moved) => {
  expect(compareWorklogs([our], [{ ...their, ...moved }]).rows).toMatchObject([
    { match: "differs", count: 1, minutes: 0, strays: ["100"], kept: null },
  ]);
});

test("who wrote a record does not matter where all stand in one name", () => {
  const rows = compareWorklogs([{ ...our, remotePerson: null }], [{ ...their, remotePerson: "9" }]).rows;
  expect(rows).toMatchObject([{ match: "same" }]);
});

test("a task may lie in a project below the one that hours go to", () => {
  expect(compareWorklogs([our], [{ ...their, remoteProject: "77" }]).rows).toMatchObject([{ match: "same" }]);
});

test("of several records the right one stays", () => {
  const copies = [{ ...their, id: "99", minutes: 30 }, their, { ...their, id: "101", date: "2026-09-16" }];
  expect(compareWorklogs([our], copies).rows).toMatchObject([
    { match: "double", count: 3, minutes: 90, kept: "100", strays: ["99", "101"] },
  ]);
});

test("hours of others are counted apart and change no total", () => {
  const foreign = [
    { ...their, id: "1", marker: null, minutes: 45 },
    { ...their, id: "2", marker: "[wk:elsewhere]", minutes: 15 },
  ];
  const { strangers, projects, people, rows } = compareWorklogs([our], [their, ...foreign]);
  expect(strangers).toEqual({ count: 2, minutes: 60 });
  expect(rows).toMatchObject([{ match: "same" }]);
  expect([...projects]).toEqual([["p1", { ours: 60, theirs: 60 }]]);
  expect([...people]).toEqual([["zhao", { ours: 60, theirs: 60 }]]);
});

test("where records add up several of them are one worklog", () => {
  const more = { ...their, id: "101", minutes: 30 };
  const adding = (minutes: number) => compareWorklogs([{ ...our, minutes }], [their, more], { adds: true }).rows;
  expect(adding(90)).toMatchObject([{ match: "same", count: 1, minutes: 90 }]);
  expect(adding(120)).toMatchObject([{ match: "differs", count: 1, minutes: 90 }]);
  expect(adding(0)).toMatchObject([{ match: "extra" }]);
});

const standing = {
  remoteProject: fc.constantFrom("1", "2"),
  remoteTask: fc.option(fc.constantFrom("12", "13")),
  remotePerson: fc.option(fc.constantFrom("5", "6")),
  date: fc.constantFrom("2026-09-14", "2026-09-15"),
};
const minutes = fc.constantFrom(0, 30, 60, 90);
const markers = ["[wk:a]", "[wk:b]", "[wk:c]"];
const wanted = fc.tuple(
  ...markers.map((marker) =>
    fc.record({ ...standing, minutes }).map((one) => ({ ...our, ...one, key: marker, marker })),
  ),
);
const there = fc
  .array(fc.record({ ...standing, minutes, marker: fc.option(fc.constantFrom(...markers, "[wk:x]")) }), {
    maxLength: 12,
  })
  .map((ones) => ones.map((one, at) => ({ ...one, id: String(at) })));

test("what is mended is the same, and nothing of others is touched", () => {
  fc.assert(
    fc.property(wanted, there, (ours, theirs) => {
      const before = compareWorklogs(ours, theirs);
      const after = before.rows.reduce<readonly TheirWorklog[]>((records, row, at) => {
        const one = ours[at];
        const left = records.filter(({ id }) => !row.strays.includes(id));
        if (one === undefined || one.minutes === 0) return left;
        if (row.kept === null) return [...left, { ...one, id: `new ${at}` }];
        return left.map((record) => (record.id === row.kept ? { ...record, minutes: one.minutes } : record));
      }, theirs);
      const again = compareWorklogs(ours, after);
      expect(again.rows.map(({ match }) => match)).toEqual(["same", "same", "same"]);
      expect(again.strangers).toEqual(before.strangers);
      for (const totals of [again.projects, again.people]) {
        for (const total of totals.values()) expect(total.theirs).toBe(total.ours);
      }
    }),
  );
});
