import { expect, it } from "vitest";
import { clientAnswering, clientOf, farSide } from "../testing.ts";
import { instanceIds } from "./instance-ids.ts";

const query = { processCode: "PROC-1", from: 1789315200000, to: 1789315200000 + 120 * 86_400_000 };

async function all(pages: AsyncGenerator<string[]>) {
  const ids: string[][] = [];
  for await (const page of pages) ids.push(page);
  return ids;
}

it("asks page by page of twenty until there is no further token", async () => {
  const far = farSide((_, count) => ({
    result: { list: [`id-${count}`, null, 7], ...(count < 3 ? { nextToken: `${count * 20}` } : {}) },
    success: true,
  }));
  const { dingtalk } = clientOf(far.fetch);
  const narrowed = { ...query, statuses: ["COMPLETED"] as const, userIds: ["zhao001"] };
  expect(await all(instanceIds(dingtalk, narrowed))).toEqual([
    ["id-1", "7"],
    ["id-2", "7"],
    ["id-3", "7"],
  ]);
  expect(far.calls.map(({ body }) => body)).toMatchObject([
    { processCode: "PROC-1", startTime: query.from, endTime: query.to, nextToken: 0, maxResults: 20 },
    { nextToken: 20, statuses: ["COMPLETED"], userIds: ["zhao001"] },
    { nextToken: 40 },
  ]);
});

it("is empty when nothing was asked for", async () => {
  expect(await all(instanceIds(clientAnswering({ result: {} }).dingtalk, query))).toEqual([]);
});

it("spends no call on more than 120 days or ten people", async () => {
  const { dingtalk, calls } = clientAnswering({ result: {} });
  const userIds = Array.from({ length: 11 }, (_, index) => `p${index}`);
  await expect(all(instanceIds(dingtalk, { ...query, to: query.to + 1 }))).rejects.toThrow(RangeError);
  await expect(all(instanceIds(dingtalk, { ...query, userIds }))).rejects.toThrow(RangeError);
  expect(calls).toEqual([]);
});

it("calls a list that never ends unreadable, and an answer without one", async () => {
  const endless = clientAnswering({ result: { list: ["x"], nextToken: "20" } });
  await expect(all(instanceIds(endless.dingtalk, query))).rejects.toMatchObject({ code: "endless-list" });
  await expect(all(instanceIds(clientAnswering({}).dingtalk, query))).rejects.toMatchObject({ code: "result" });
});
