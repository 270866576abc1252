import { expect, it } from "vitest";
import type { DateRange, ListedWorklog, TaskRef, Worklogs } from "./connector.ts";
import { walk } from "./page.ts";
import { type Candidate, factOf, sessionOf, type Town } from "./testing-town.ts";

const september = { from: "2026-09-01", to: "2026-09-30" };
const days = ["01", "02", "03", "04", "07", "08", "09", "10", "11", "14"].map((day) => `2026-09-${day}`);

/** All hours of a task and some days, ours among others. */
export function provesListing({ connector, open }: Candidate) {
  const { worklogs: ability } = connector.abilities;
  if (!ability.list) return;

  const start = () => {
    const town = open();
    const { worklogs } = sessionOf(connector, town.settings, town.fetch);
    if (worklogs?.list === undefined) throw new Error("no list of hours");
    return { town, worklogs, list: worklogs.list };
  };

  it("hours of a month are listed once each, as looking for them finds them", async () => {
    const { town, worklogs, list } = start();
    const facts = await write(worklogs, town, days);
    const listed = await drain(list, town.task, september);
    expect(listed.map((one) => one.marker).toSorted()).toEqual(facts.map((one) => one.marker).toSorted());
    for (const fact of facts) {
      const one = listed.find(({ marker }) => marker === fact.marker);
      expect(one).toMatchObject({ date: fact.date, minutes: fact.minutes });
      expect([one]).toMatchObject(await worklogs.find(fact));
    }
  });

  it("hours of the days asked for are listed and of no others", async () => {
    const { town, worklogs, list } = start();
    await write(worklogs, town, days);
    const listed = await drain(list, town.task, { from: "2026-09-02", to: "2026-09-08" });
    expect(listed.map((one) => one.date).toSorted()).toEqual(days.slice(1, 6));
    expect(await drain(list, town.task, { from: "2026-08-01", to: "2026-08-31" })).toEqual([]);
  });

  it("what others booked carries no marker, and a copy of ours carries the same", async () => {
    const { town, worklogs, list } = start();
    const [fact] = await write(worklogs, town, days.slice(0, 1));
    town.book({ date: "2026-09-03", minutes: 60, person: town.person, text: "自己记的" });
    const copied = town.held()[0];
    if (copied !== undefined) town.book(copied);
    const markers = (await drain(list, town.task, september)).map((one) => one.marker);
    const strangers = ability.support === "native" ? [null] : [];
    expect(markers.toSorted()).toEqual([fact?.marker, fact?.marker, ...strangers].toSorted());
  });

  it("hours that are no longer there are no longer listed", async () => {
    const { town, worklogs, list } = start();
    await write(worklogs, town, days.slice(0, 2));
    const [first] = await drain(list, town.task, september);
    if (first === undefined || worklogs.remove === undefined) return;
    await worklogs.remove(first.ref);
    expect(await drain(list, town.task, september)).toHaveLength(1);
  });

  it("without a task everything of the project is listed, and nothing where hours need a task", async () => {
    const { town, worklogs, list } = start();
    const facts = await write(worklogs, town, days.slice(0, 3));
    const project = { ...town.task, taskId: null };
    if (connector.rules.needsTask) {
      await expect(list(project, september, null)).rejects.toMatchObject({ kind: "invalid", code: "task-missing" });
      return;
    }
    const key = "on the project";
    await worklogs.create(await factOf(town, { key, task: project }));
    const markers = (await drain(list, project, september)).map((one) => one.marker);
    const onProject = await factOf(town, { key });
    expect(markers.toSorted()).toEqual([...facts, onProject].map((one) => one.marker).toSorted());
  });

  it("a key that is lost is an error and no shorter list of hours", async () => {
    const { town, worklogs, list } = start();
    await write(worklogs, town, days);
    const first = await list(town.task, september, null);
    town.revoke();
    await expect(list(town.task, september, first.next)).rejects.toMatchObject({ kind: "credentials" });
  });
}

async function write(worklogs: Worklogs, town: Town, dates: readonly string[]) {
  const facts = await Promise.all(
    dates.map((date, at) => factOf(town, { key: `key ${date}`, date, minutes: 60 + at, note: "三层砌墙" })),
  );
  for (const fact of facts) expect(await worklogs.create(fact)).toMatchObject({ kind: "applied" });
  return facts;
}

async function drain(
  list: Required<Worklogs>["list"],
  task: TaskRef,
  range: DateRange,
): Promise<readonly ListedWorklog[]> {
  const listed: ListedWorklog[] = [];
  for await (const one of walk((cursor) => list(task, range, cursor))) listed.push(one);
  return listed;
}
