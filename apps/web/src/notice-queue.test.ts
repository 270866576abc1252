import { expect, test } from "vitest";
import type { PrivacyAnswerInput, PrivacyNotice } from "./api.ts";
import { NoticeQueue } from "./notice-queue.ts";
import { ApiProblem } from "./problem.ts";

const answer = (id: string, location: boolean): PrivacyAnswerInput => ({
  id,
  version: "v1",
  basis: "notice",
  location,
});

function worldOf(send: (input: PrivacyAnswerInput) => Promise<PrivacyNotice>, kept: string | null = null) {
  const memory = { text: kept };
  const world = {
    ...{ send, withdraw: async () => {}, load: () => memory.text, now: () => 0, later: () => () => {} },
    store: (text: string) => {
      memory.text = text;
    },
  };
  return { world, memory };
}

const never = () => Promise.reject(new ApiProblem("offline", 0));

test("without a network an answer waits on the phone, and only the last one", async () => {
  const { world, memory } = worldOf(never);
  const queue = new NoticeQueue(world);
  queue.add(answer("1", true));
  await new Promise((done) => setTimeout(done));
  queue.add(answer("2", false));
  await new Promise((done) => setTimeout(done));
  expect(JSON.parse(memory.text ?? "")).toEqual([answer("2", false)]);
});

test("what is kept on the phone is sent at the next opening; what is no answer is not", async () => {
  const sent: string[] = [];
  const kept = JSON.stringify([{ id: "x" }, answer("1", true)]);
  const { world } = worldOf(async ({ id }) => {
    sent.push(id);
    return {} as PrivacyNotice;
  }, kept);
  new NoticeQueue(world).retry();
  await new Promise((done) => setTimeout(done));
  expect(sent).toEqual(["1"]);
});
