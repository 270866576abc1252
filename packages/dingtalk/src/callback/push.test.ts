import { createSimulator } from "@today/simulator/simulator";
import { describe, expect, it } from "vitest";
import { clientOf } from "../testing.ts";
import { sealedMessageOf, sealSuccess, verifyAndOpen } from "./callback.ts";
import type { DingTalkEvent } from "./event.ts";
import { failedEvents } from "./failed-event.ts";

const BASE = "http://simulator.test";
const secrets = { token: "token123", aesKey: "4g5j64qlyl3zvetqxz5jiocdr586fn2zvjpa8zls3ij" };

/** A simulator that pushes to an address where events are opened and answered; `deaf` makes it answer nothing good. */
async function pushed() {
  const events: DingTalkEvent[] = [];
  const hearing = { deaf: false };
  const simulator = createSimulator({ people: 60, send: receive, throttle: false });
  const { appKey, appSecret } = simulator.app;
  const keys = { ...secrets, ownerKey: appKey };

  async function receive(request: Request): Promise<Response> {
    if (hearing.deaf) return new Response("", { status: 503 });
    const sealed = sealedMessageOf(new URL(request.url), await request.json());
    const opened = sealed === null ? null : await verifyAndOpen(keys, sealed);
    if (sealed === null || opened === null || "problem" in opened) return new Response("", { status: 400 });
    events.push(opened.event);
    return Response.json(await sealSuccess(keys, sealed));
  }

  async function control(method: string, name: string, body: object = {}) {
    const request = new Request(`${BASE}/_simulator/${name}`, { method, body: JSON.stringify(body) });
    const response = await simulator.fetch(request);
    expect(response.status).toBe(200);
  }

  await control("POST", "callback", { url: "http://today.test/dingtalk/callback", ...secrets });
  await control("POST", "switches", { punchEvents: true });
  const client = clientOf((request) => simulator.fetch(request), { appKey, appSecret, apiBase: BASE, oapiBase: BASE });
  return { ...client, events, hearing, simulator, control };
}

describe("pushes of the simulator", () => {
  it("begin with the check of the address, which is answered right", async () => {
    expect((await pushed()).events).toMatchObject([{ type: "check_url" }]);
  });

  it.each(["documented", "capitals", "no-event-id"])("are understood in the casing %s", async (eventCasing) => {
    const { events, control, simulator } = await pushed();
    await control("POST", "switches", { eventCasing });
    await control("POST", "punch", { userId: "zhao001", type: "off" });
    await control("PATCH", "employees/li002", { title: "工程师" });
    await control("DELETE", "employees/xu010");
    await control("POST", "deliver");
    expect(events.slice(1)).toMatchObject([
      { type: "attendance_check_record", punches: [{ userId: "zhao001", at: simulator.now(), byUser: true }] },
      { type: "user_modify_org", userIds: ["li002"] },
      { type: "user_leave_org", userIds: ["xu010"] },
    ]);
    expect(events.every((event) => event.type === "check_url" || event.corpId === "ding0simulator0001")).toBe(true);
  });

  it.each(["documented", "no-event-id"])("that come twice have one identity (%s)", async (eventCasing) => {
    const { events, control } = await pushed();
    await control("POST", "switches", { eventCasing, duplicateEvents: true });
    await control("POST", "punch", { userId: "zhao001", type: "off" });
    await control("POST", "punch", { userId: "li002", type: "off" });
    await control("POST", "deliver");
    const ids = events.slice(1).map((event) => event.id);
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(2);
  });

  it("that failed three times can be fetched once", async () => {
    const { dingtalk, hearing, control, simulator } = await pushed();
    hearing.deaf = true;
    await control("POST", "punch", { userId: "zhao001", type: "off" });
    await control("DELETE", "employees/xu010");
    await simulator.advanceTo(simulator.now() + 10 * 60_000);
    const { events, hasMore, rejected } = await failedEvents(dingtalk);
    expect(events.map((event) => event.type)).toContain("attendance_check_record");
    expect(events).toContainEqual(expect.objectContaining({ type: "user_leave_org", userIds: ["xu010"] }));
    expect([hasMore, rejected]).toEqual([false, []]);
    expect((await failedEvents(dingtalk)).events).toEqual([]);
  });
});
