import { clientOf } from "./testing.ts";

/** What of the simulator is used here; tests bring it, since the room itself does not know it. */
interface Pretence {
  readonly app: { readonly appKey: string; readonly appSecret: string; readonly corpId: string };
  readonly world: { people(): readonly { readonly userId: string }[] };
  fetch(request: Request): Response | Promise<Response>;
}

/** The company of most tests: sixty people on their demo morning, as fast as it can. */
export const sixty = { people: 60, throttle: false } as const;

/** A simulated company and a client of it that never really waits. */
export function townOf<S extends Pretence>(simulator: S) {
  const { appKey, appSecret, corpId } = simulator.app;
  const base = "http://simulator.test";
  const counts = { ok: 0, failed: 0, token: 0 };
  const client = clientOf(async (request) => simulator.fetch(request), {
    ...{ appKey, appSecret, corpId, apiBase: base, oapiBase: base, timeoutMs: 200 },
    meter: {
      count({ path, outcome }) {
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
