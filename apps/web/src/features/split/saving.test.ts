import { expect, test } from "vitest";
import type { PickInput, RequestInput, SplitInput } from "../../api.ts";
import { ApiProblem } from "../../problem.ts";
import { planSave, type SaveTarget, send, withReason } from "./saving.ts";

const date = "2026-09-17";
const line = [
  { start: 540, end: 720 },
  { start: 780, end: 1080 },
];
const makeId = () => crypto.randomUUID();
const finished: SaveTarget = { date, version: 3, hasSplit: false, isRunning: false, line, openFrom: 480, makeId };
const running = { ...finished, isRunning: true };
const part = (project: string | null, minutes: number) => ({ project, task: null, minutes });
const three = [part("lang", 140), part("shui", 170), part("mu", 170)];

function listener(fail: (path: string, count: number) => Error | null = () => null) {
  const heard: string[] = [];
  const hear = (path: string) => {
    heard.push(path);
    const error = fail(path, heard.length);
    return error === null ? Promise.resolve() : Promise.reject(error);
  };
  return {
    heard,
    ask: (request: RequestInput) => hear(`ask ${request.kind} ${request.reason}`),
    pick: (input: PickInput) => hear(`${input.projectId} ${input.from} ${input.id}`),
    saveSplit: (_: string, split: SplitInput) => hear(`split ${split.version} ${split.parts.length}`),
  };
}

test("a finished day is sent as one split in minutes on the version that was seen", () => {
  expect(planSave(finished, three)).toEqual({
    kind: "split",
    split: { version: 3, parts: three.map(({ project, minutes }) => ({ projectId: project, taskId: null, minutes })) },
  });
});

test("a running day is sent as a pick for the day and one from each border, oldest first", async () => {
  const wish = planSave(running, three);
  const saver = listener();
  if (wish) await send(saver, date, wish);
  expect(saver.heard.map((one) => one.split(" ").slice(0, 2).join(" "))).toEqual([
    "lang null",
    "shui 11:20",
    "mu 15:10",
  ]);
});

test("the ids of picks ascend, so that their order holds even within one millisecond", () => {
  const wish = planSave(running, three);
  const ids = wish?.kind === "picks" ? wish.picks.map(({ id }) => id) : [];
  expect(ids).toEqual([...ids].sort());
  expect(new Set(ids).size).toBe(3);
});

test("a repeat of the same save has the same ids, another one has new ids", () => {
  const wish = planSave(running, three);
  expect(planSave(running, three, wish)).toEqual(wish);
  const other = planSave(running, [part("lang", 141), ...three.slice(1)], wish);
  const ids = [wish, other].map((one) => (one?.kind === "picks" ? one.picks[0]?.id : ""));
  expect(ids[0]).not.toBe(ids[1]);
});

test("on a running day a split is taken back first, also when that was done already", async () => {
  const wish = planSave({ ...running, hasSplit: true }, three);
  const gone = new ApiProblem("version-conflict", 409, { version: 4, split: null });
  const saver = listener((path) => (path.startsWith("split") ? gone : null));
  if (wish) await send(saver, date, wish);
  expect(saver.heard.map((one) => one.split(" ")[0])).toEqual(["split", "lang", "shui", "mu"]);
  const other = listener((path) =>
    path.startsWith("split") ? new ApiProblem("version-conflict", 409, { split: {} }) : null,
  );
  await expect(wish && send(other, date, wish)).rejects.toThrow("version-conflict");
  expect(other.heard).toHaveLength(1);
});

test("a part without a project cannot be saved, unless it is the end of a finished day that nobody claims", () => {
  const open = [part("lang", 140), part(null, 340)];
  expect(planSave(finished, open)).toBeNull();
  expect(planSave({ ...finished, openFrom: 140 }, open)).toMatchObject({ split: { parts: [{ minutes: 140 }] } });
  expect(planSave({ ...finished, openFrom: 200 }, open)).toBeNull();
  expect(planSave({ ...running, openFrom: 140 }, open)).toBeNull();
  expect(planSave({ ...finished, openFrom: 0 }, [part(null, 140), part("lang", 340)])).toBeNull();
  expect(planSave({ ...finished, openFrom: 0 }, [part(null, 480)])).toBeNull();
});

test("a closed day's split is asked for with its reason, somebody else's is entered in their name", async () => {
  const wish = planSave(finished, three);
  if (wish === null) throw new Error("three named parts can be saved");
  const given = { date, reason: "中途换了地方", id: "a" };
  const saver = listener();
  await send(saver, date, withReason(wish, { person: null, asks: true }, given));
  expect(saver.heard).toEqual(["ask split 中途换了地方"]);
  expect(withReason(wish, { person: "zhao001", asks: false }, given)).toMatchObject({
    kind: "split",
    split: { version: 3, personId: "zhao001", reason: "中途换了地方" },
  });
  expect(withReason(wish, { person: null, asks: false }, given)).toBe(wish);
});
