import { createHmac } from "node:crypto";
import { expect, it } from "vitest";
import { sessionOf } from "../testing-town.ts";
import { documentOf } from "./adf.ts";
import { jiraCloud } from "./cloud.ts";
import { jiraDataCenter } from "./data-center.ts";
import { openCloud, openDataCenter } from "./testing-jira.ts";

const mark = "[wk:mnmxaegzhcq5]";
const us = { accountId: "5b10ac8d82e05b22cc7d4ef5" };
const somebody = { accountId: "557058:aa-11" };
const cloud = inboundOf("hook-secret");

function inboundOf(webhookSecret: string) {
  const town = openCloud();
  const { inbound } = sessionOf(jiraCloud, { ...town.settings, webhookSecret }, town.fetch);
  if (inbound === undefined) throw new Error("nothing comes in");
  return inbound;
}

function deliveryOf(payload: unknown, headers: Record<string, string> = {}) {
  const body = new TextEncoder().encode(typeof payload === "string" ? payload : JSON.stringify(payload));
  const id = { "x-atlassian-webhook-identifier": "d0a1" };
  return { method: "POST", url: "https://today.example.com/in", headers: new Headers({ ...id, ...headers }), body };
}

function signed(method: string, secret = "hook-secret") {
  const payload = JSON.stringify({ webhookEvent: "jira:issue_updated", note: "三层" });
  const hex = createHmac(method, secret).update(payload).digest("hex");
  return deliveryOf(payload, { "x-hub-signature": `${method}=${hex}` });
}

it("a delivery is taken by its signature, whose method it names", async () => {
  for (const method of ["sha256", "sha384", "sha512"]) expect(await cloud.verify(signed(method))).toBe(true);
  expect(await cloud.verify(signed("sha256", "another"))).toBe(false);
  expect(await cloud.verify({ ...signed("sha256"), body: new TextEncoder().encode("{}") })).toBe(false);
});

it("a delivery without a signature that can be checked is not taken", async () => {
  for (const header of ["", "sha256=", "sha256=zz", "sha256=abc", "md5=00", "sha1=00", "constructor=00", "sha256"]) {
    expect(await cloud.verify(deliveryOf({}, { "x-hub-signature": header }))).toBe(false);
  }
  expect(await inboundOf("").verify(signed("sha256"))).toBe(false);
});

it("Data Center may go without a secret, but not around one", async () => {
  for (const [webhookSecret, taken] of [
    ["", true],
    ["hook-secret", false],
  ] as const) {
    const town = openDataCenter();
    const { inbound } = sessionOf(jiraDataCenter, { ...town.settings, webhookSecret }, town.fetch);
    expect(await inbound?.verify(deliveryOf({}))).toBe(taken);
  }
});

it("a delivery tells which task or project to read again", () => {
  const issue = { id: "20001", key: "SITE0-1", fields: { project: { id: "10000" }, summary: "砌墙" } };
  const told = [
    [
      { webhookEvent: "jira:issue_updated", issue },
      { projectId: "10000", taskId: "20001" },
    ],
    [
      { webhookEvent: "jira:issue_created", issue },
      { projectId: "10000", taskId: "20001" },
    ],
    [
      { webhookEvent: "comment_created", issue: { id: 20001 } },
      { projectId: null, taskId: "20001" },
    ],
    [
      { webhookEvent: "project_updated", project: { id: 10000 } },
      { projectId: "10000", taskId: null },
    ],
    [
      { webhookEvent: "worklog_deleted", worklog: { issueId: "20001" } },
      { projectId: null, taskId: "20001" },
    ],
  ] as const;
  for (const [payload, place] of told) {
    expect(cloud.parse(deliveryOf(payload))).toEqual([{ deliveryId: "d0a1", ...place }]);
  }
  expect(cloud.parse(deliveryOf({ webhookEvent: "user_created", user: somebody }))).toEqual([]);
});

it("what we wrote is left out, what somebody made of it is not", () => {
  const worklog = { issueId: "20001", author: us, updateAuthor: us, comment: documentOf(`砌墙 ${mark}`) };
  const issue = { id: "20001", fields: { project: { id: "10000" }, description: `砌墙 ${mark}` } };
  const heard = (payload: object) => cloud.parse(deliveryOf(payload)).length;
  expect(heard({ webhookEvent: "worklog_created", worklog })).toBe(0);
  expect(heard({ webhookEvent: "worklog_updated", worklog: { ...worklog, comment: `砌墙 ${mark}` } })).toBe(0);
  expect(heard({ webhookEvent: "jira:issue_created", issue })).toBe(0);
  expect(heard({ webhookEvent: "worklog_updated", worklog: { ...worklog, updateAuthor: somebody } })).toBe(1);
  expect(heard({ webhookEvent: "worklog_created", worklog: { ...worklog, comment: "自己写的" } })).toBe(1);
  expect(heard({ webhookEvent: "worklog_deleted", worklog })).toBe(1);
  expect(heard({ webhookEvent: "jira:issue_updated", issue })).toBe(1);
});

it("what is no delivery of Jira is unreadable", () => {
  for (const payload of ["", "[]", "null", "7", "{}", "<html>", { webhookEvent: 7 }]) {
    expect(() => cloud.parse(deliveryOf(payload))).toThrow(expect.objectContaining({ kind: "unreadable" }));
  }
});
