import type { Hook } from "../../../../api.ts";
import type { Delivery } from "./hook-text.ts";

/** A hook that is well. */
export const aHook: Hook = {
  ...{ id: "h", kind: "webhook", name: "平台", host: "hooks.example.com", events: ["workday.settled"] },
  ...{ projectId: null, state: "on", problem: null, problemAt: null, oldSecretUntil: null, keyId: null },
  ...{ deliveredAt: "2026-09-17T10:02:09+08:00", createdAt: "2026-09-16T10:02:00+08:00" },
  ...{ waiting: 0, failed: 0, version: 1 },
};

/** A delivery that arrived at once. */
export const aDelivery: Delivery = {
  ...{ eventId: "evt_01995a1b2c3d9f86d081884c7d65", type: "workday.settled", at: "2026-09-17T10:02:00+08:00" },
  ...{ state: "done", attempts: 1, nextAt: null, sentAt: "2026-09-17T10:02:09+08:00", status: 200, problem: null },
};
