import { createSimulator } from "@today/simulator/simulator";
import { clientOf } from "./testing.ts";

type Options = NonNullable<Parameters<typeof createSimulator>[0]>;

/** A simulated company of sixty on its demo morning, and a client of it that never really waits. */
export function town(options: Options = {}) {
  const simulator = createSimulator({ people: 60, throttle: false, ...options });
  const { appKey, appSecret, corpId } = simulator.app;
  const base = "http://simulator.test";
  const counts = { ok: 0, failed: 0, token: 0 };
  const client = clientOf((request) => simulator.fetch(request), {
    ...{ appKey, appSecret, corpId, apiBase: base, oapiBase: base, timeoutMs: 200 },
    meter: {
      count(path, outcome) {
        if (path === "/v1.0/oauth2/accessToken") counts.token += 1;
        else counts[outcome === "ok" ? "ok" : "failed"] += 1;
      },
    },
  });
  async function control(name: string, body: object): Promise<Record<string, unknown>> {
    const init = { method: "POST", body: JSON.stringify(body) };
    return (await simulator.fetch(new Request(`${base}/_simulator/${name}`, init))).json();
  }
  const userIds = simulator.world.people().map((person) => person.userId);
  return { ...client, simulator, counts, control, userIds };
}
