import { describe, expect, it } from "vitest";
import type { WorklogFact } from "../../packages/connectors/src/connector.ts";
import { ask, company, type Entry, entriesOf, factOf, push, sessionOf } from "./testing-company.ts";

/** Uneven minutes of a person on a day, every remainder of the hour among them. */
function minutesOf(person: number, day: number): number {
  return 1 + ((person * 97 + day * 61) % 599);
}

/** Thirty people's days of a month, two in three on an issue of the first project, the rest on an issue of the second or on it alone. */
function factsOf(month: string, days: number, more: (person: number, day: number) => number = () => 0) {
  const facts = company.members.flatMap(({ id }, person) =>
    Array.from({ length: days }, (_, at) => {
      const project = company.projects[(person + at) % 3 === 0 ? 1 : 0];
      const taskId = at % 7 === 6 ? null : (project?.issues[(person + at) % 4] ?? null);
      return factOf({
        date: `${month}-${String(at + 1).padStart(2, "0")}`,
        personRemoteId: id,
        task: { projectId: project?.id ?? "", taskId },
        minutes: Math.max(0, minutesOf(person, at) + more(person, at)),
      });
    }),
  );
  return Promise.all(facts);
}

/** Minutes by person and project: Redmine tells hours with two decimals, each entry's are read as the whole minutes nearest to them. */
function totalsOf(rows: readonly { key: string; minutes: number }[]) {
  const sums = new Map<string, number>();
  for (const { key, minutes } of rows) if (minutes > 0) sums.set(key, (sums.get(key) ?? 0) + minutes);
  return Object.fromEntries([...sums].sort());
}

const ours = (facts: readonly WorklogFact[]) =>
  totalsOf(facts.map((one) => ({ key: `${one.personRemoteId} ${one.task.projectId}`, minutes: one.minutes })));
const theirs = (entries: readonly Entry[]) =>
  totalsOf(entries.map((one) => ({ key: `${one.user.id} ${one.project.id}`, minutes: Math.round(one.hours * 60) })));

async function entriesIn(month: string) {
  return (await entriesOf()).filter((one) => one.spent_on.startsWith(month));
}

describe.each([
  ["with the mark in the comment", "2026-08", 22, {}],
  ["with a marker field", "2026-07", 7, { markerField: company.markerField }],
])("the hours of thirty people %s", (_, month, days, settings) => {
  const { worklogs } = sessionOf("pusher", settings);

  it("are Redmine's to the minute by person and project", async () => {
    const facts = await factsOf(month, days);
    expect(new Set(await push(worklogs, facts))).toEqual(new Set(["created"]));
    expect(theirs(await entriesIn(month))).toEqual(ours(facts));
  });

  it("pushed again change nothing", async () => {
    const before = await entriesIn(month);
    expect(new Set(await push(worklogs, await factsOf(month, days)))).toEqual(new Set(["same"]));
    expect(await entriesIn(month)).toEqual(before);
  });

  it("go up, down and away in part", async () => {
    const more = (person: number, day: number) => (day !== 2 ? 0 : ([1, -1, 47, -1000][person % 4] ?? 0));
    const facts = await factsOf(month, days, more);
    const ends = new Set(await push(worklogs, facts));
    expect(ends).toEqual(new Set(["same", "changed", "removed"]));
    expect(theirs(await entriesIn(month))).toEqual(ours(facts));
  });
});

it("what Redmine itself adds up for a task is ours to the minute", async () => {
  const entries = await entriesOf();
  for (const taskId of company.projects[0]?.issues.slice(0, 4) ?? []) {
    const own = entries.filter((one) => String(one.issue?.id) === taskId);
    const minutes = own.reduce((sum, one) => sum + Math.round(one.hours * 60), 0);
    const { issue } = (await ask(`/issues/${taskId}.json`)) as { issue: { spent_hours: number } };
    expect(own.length).toBeGreaterThan(20);
    expect(issue.spent_hours * 60).toBeCloseTo(minutes, 3);
  }
});

it("an entry removed by hand is looked for in vain, a change says gone, a removal that all is well", async () => {
  const { worklogs } = sessionOf("pusher");
  const fact = await factOf({ date: "2026-06-01" });
  const made = await worklogs.create(fact);
  if (made.kind !== "applied") throw new Error(made.kind);
  await ask(`/time_entries/${made.ref.id}.json`, { method: "DELETE" });
  expect(await worklogs.find(fact)).toEqual([]);
  expect(await worklogs.change(made.ref, fact)).toMatchObject({ kind: "failed", error: { kind: "gone" } });
  expect(await worklogs.remove(made.ref)).toMatchObject({ kind: "applied" });
});

it("hours withdrawn altogether leave nothing", async () => {
  const { worklogs } = sessionOf("pusher");
  const fact = await factOf({ date: "2026-06-02" });
  expect(await push(worklogs, [fact])).toEqual(["created"]);
  expect(await push(worklogs, [{ ...fact, minutes: 0 }])).toEqual(["removed"]);
  expect(await entriesOf("2026-06-02")).toEqual([]);
});
