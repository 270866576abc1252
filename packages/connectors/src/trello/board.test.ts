import { expect, it } from "vitest";
import { walk } from "../page.ts";
import { draftOf, openDoor, sessionOf } from "../testing-town.ts";
import { trello } from "./connector.ts";
import { openTrello } from "./testing-trello.ts";
import { idOf } from "./testing-trello-world.ts";

const states = "待办=todo; 进行中=doing；已完成=done";

function start(more: Readonly<Record<string, string>> = {}) {
  const town = openTrello(more);
  const door = openDoor(town);
  const card = town.world.cards[40];
  if (card === undefined) throw new Error("no card");
  const set = (state: string) => sessionOf(trello, town.settings, door.fetch).status?.set(town.task, state);
  return { town, door, card, set, session: sessionOf(trello, town.settings, door.fetch) };
}

it("lists that the settings map stand for states, the others for themselves, archived ones for none", async () => {
  const { town, session } = start({ states });
  const choices = (await session.status?.choices(town.task)) ?? [];
  expect(choices.map((one) => one.id).sort()).toEqual([idOf(23), "doing", "done", "todo"]);
  expect(choices).toContainEqual({ id: "doing", name: "进行中" });
  expect(choices).toContainEqual({ id: idOf(23), name: "搁置" });
});

it("a card in a list that is done is complete, and no longer when it leaves", async () => {
  const { card, set } = start({ states });
  expect(await set("done")).toMatchObject({ kind: "applied" });
  expect(card).toMatchObject({ idList: idOf(22), dueComplete: true });
  expect(await set("doing")).toMatchObject({ kind: "applied" });
  expect(card).toMatchObject({ idList: idOf(21), dueComplete: false });
});

it("the mark of completion is left alone where no list is mapped", async () => {
  const { card, set } = start();
  card.dueComplete = true;
  expect(await set(idOf(21))).toMatchObject({ kind: "applied" });
  expect(card).toMatchObject({ idList: idOf(21), dueComplete: true });
});

it("the state a card has is not written, only a mark that is missing", async () => {
  const { card, door, set } = start({ states });
  card.idList = idOf(22);
  await set("done");
  expect(card.dueComplete).toBe(true);
  const writes = door.writes();
  await set("done");
  expect(door.writes()).toBe(writes);
});

it("of two lists of one state the card stays in its own", async () => {
  const { card, door, set } = start({ states: `${states}; 搁置=todo` });
  card.idList = idOf(23);
  await set("todo");
  expect(card.idList).toBe(idOf(23));
  expect(door.writes()).toBe(0);
});

it("a mapping that cannot be read is refused by its name", () => {
  for (const text of ["待办", "待办=later", "=todo", "待办=todo;进行中"]) {
    expect(() => start({ states: text })).toThrow("setting-malformed");
  }
});

it("cards tell their days in the company's zone, and that they are finished", async () => {
  const { town, card, session } = start();
  Object.assign(card, { start: "2026-09-13T16:00:00.000Z", due: "2026-09-20T04:00:00.000Z", dueComplete: true });
  const cards = [];
  for await (const one of walk(
    (cursor) => session.listTasks?.(town.task.projectId, { since: null, cursor }) ?? Promise.reject(),
  )) {
    if (one.id === card.id) cards.push(one);
  }
  expect(cards).toMatchObject([{ startsOn: "2026-09-14", dueOn: "2026-09-20", closed: true, state: { name: "待办" } }]);
});

it("everybody is read board by board", async () => {
  const { session } = start();
  const people = [];
  for await (const one of walk((cursor) => session.listMembers?.(null, cursor) ?? Promise.reject())) people.push(one);
  expect(people.map((one) => one.login)).toEqual(["pusher", "wangfang", "pusher", "pusher"]);
});

it("a card of ours goes to the list for what is to do, or else the first; without a list there is none", async () => {
  const mapped = start({ states });
  await mapped.session.tasks?.create(await draftOf(mapped.town));
  expect(mapped.town.world.cards.at(-1)).toMatchObject({
    idList: idOf(20),
    start: "2026-09-14T04:00:00.000Z",
    due: null,
  });

  const plain = start();
  await plain.session.tasks?.create(await draftOf(plain.town));
  expect(plain.town.world.cards.at(-1)?.idList).toBe(idOf(20));
  const draft = { ...(await draftOf(plain.town)), projectId: idOf(12) };
  expect(await plain.session.tasks?.create(draft)).toMatchObject({ kind: "failed", error: { code: "no-list" } });
});
