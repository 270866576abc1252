import fc from "fast-check";
import { expect, it } from "vitest";
import { hoursOf } from "../amount.ts";
import { markerOf } from "../marker.ts";
import { factOf, openDoor, sessionOf } from "../testing-town.ts";
import { commentOf, hoursIn, isOurs } from "./comment.ts";
import { trello } from "./connector.ts";
import { openTrello } from "./testing-trello.ts";
import { field, idOf } from "./testing-trello-world.ts";

function start(more: Readonly<Record<string, string>> = {}) {
  const town = openTrello(more);
  const door = openDoor(town);
  const { worklogs } = sessionOf(trello, town.settings, door.fetch);
  if (worklogs === undefined) throw new Error("no hours");
  return { town, door, worklogs, card: town.world.cards[40] };
}

it("hours are a comment that says day, person, hours and note", async () => {
  const { town, worklogs } = start();
  await worklogs.create(await factOf(town));
  expect(town.held()[0]?.text).toMatch(/^⏱ 2026-09-14 · 陈静 · 7.5h · 三层砌墙 \[wk:[a-z2-7]{12}\]$/);
  await worklogs.create(await factOf(town, { key: "2", note: " " }));
  expect(town.held()[1]?.text).toMatch(/^⏱ 2026-09-14 · 陈静 · 7.5h \[wk:[a-z2-7]{12}\]$/);
});

it("whatever the name and the note, a comment is read as it was written", async () => {
  const town = openTrello();
  const base = await factOf(town);
  const words = fc.string({ unit: "binary", maxLength: 300 });
  fc.assert(
    fc.property(words, words, fc.integer({ min: 1, max: 1440 }), (personName, note, minutes) => {
      const text = commentOf({ ...base, personName, note, minutes });
      expect(hoursIn(text)).toEqual({ date: base.date, minutes });
      expect(isOurs(text)).toBe(true);
      expect(text.length).toBeLessThan(16_384);
    }),
  );
});

it("nothing personal stands in an address", async () => {
  const { town, door, worklogs } = start({ totalField: "工时合计" });
  const ended = await worklogs.create(await factOf(town));
  if (ended.kind === "applied") await worklogs.change?.(ended.ref, await factOf(town, { minutes: 30 }));
  for (const { url } of door.seen) expect(decodeURIComponent(url)).not.toMatch(/陈静|砌墙|⏱/);
});

it("a comment of ours that somebody wrote over is found as no hours at all and put right", async () => {
  const { town, worklogs } = start();
  const fact = await factOf(town);
  await worklogs.create(fact);
  for (const one of town.world.comments) one.text = `改过了 ${fact.marker}`;
  const [found] = await worklogs.find(fact);
  expect(found).toMatchObject({ minutes: 0 });
  if (found !== undefined) await worklogs.change?.(found.ref, fact);
  expect(town.held()).toMatchObject([{ minutes: 450, date: fact.date }]);
});

it("of a comment and its copy by somebody else ours is found", async () => {
  const { town, worklogs } = start();
  const fact = await factOf(town);
  const ended = await worklogs.create(fact);
  const [first] = town.world.comments;
  if (first !== undefined) town.world.comments.push({ ...first, id: idOf(99_000), idMemberCreator: idOf(2) });
  expect(await worklogs.find(fact)).toMatchObject([{ ref: ended.kind === "applied" ? ended.ref : null }]);
});

it("the comment of somebody else is neither changed nor removed", async () => {
  const { town, worklogs } = start();
  const fact = await factOf(town);
  town.world.comments.push({
    id: idOf(99_000),
    card: fact.task.taskId ?? "",
    idMemberCreator: idOf(2),
    text: fact.marker,
  });
  const ref = { id: idOf(99_000), task: fact.task };
  const refused = { kind: "failed", error: { kind: "permission" } };
  expect(await worklogs.change?.(ref, fact)).toMatchObject(refused);
  expect(await worklogs.remove?.(ref)).toMatchObject(refused);
});

it("a marker is found behind more than two pages of other comments", async () => {
  const { town, door, worklogs } = start();
  const fact = await factOf(town);
  await worklogs.create(fact);
  for (let at = 0; at < 2500; at += 1) {
    town.world.comments.push({
      id: idOf(20_000 + at),
      card: fact.task.taskId ?? "",
      idMemberCreator: idOf(2),
      text: "好",
    });
  }
  const before = door.seen.length;
  expect(await worklogs.find(fact)).toHaveLength(1);
  expect(door.seen.length - before).toBe(3);
});

it("a card's total follows its comments, and is cleared with the last", async () => {
  const { town, worklogs, card } = start({ totalField: "工时合计" });
  const first = await worklogs.create(await factOf(town, { key: "1", minutes: 450 }));
  await worklogs.create(await factOf(town, { key: "2", minutes: 50 }));
  town.world.comments.push({
    id: idOf(98_000),
    card: card?.id ?? "",
    idMemberCreator: idOf(2),
    text: "⏱ 2026-09-14 · 李 · 9h ",
  });
  expect(card?.fields.get(field)).toBe(String(hoursOf(500)));
  if (first.kind !== "applied") throw new Error("not written");
  await worklogs.change?.(first.ref, await factOf(town, { key: "1", minutes: 60 }));
  expect(card?.fields.get(field)).toBe(String(hoursOf(110)));
  for (const { ref } of await worklogs.find(await factOf(town, { key: "2" }))) await worklogs.remove?.(ref);
  await worklogs.remove?.(first.ref);
  expect(card?.fields.has(field)).toBe(false);
});

it("hours stand although their total could not be written, and no name of a field writes none", async () => {
  const { town, worklogs, card } = start({ totalField: "工时合计" });
  town.world.customFields.length = 0;
  expect(await worklogs.create(await factOf(town))).toMatchObject({ kind: "applied" });
  const plain = start();
  await plain.worklogs.create(await factOf(plain.town));
  expect([card?.fields.size, plain.card?.fields.size]).toEqual([0, 0]);
});

it("no hours are not written as a comment", async () => {
  const { town, worklogs } = start();
  const marker = await markerOf("0");
  expect(await worklogs.create(await factOf(town, { minutes: 0, marker }))).toMatchObject({
    kind: "failed",
    error: { code: "no-minutes" },
  });
});
