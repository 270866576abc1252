import type { Check, Session } from "@today/connectors/connector";
import { ConnectorError } from "@today/connectors/error";
import { sleep } from "../clock.ts";

/** What a check told, or why there was none. */
export type Checked =
  | { readonly works: true; readonly check: Check }
  | { readonly works: false; readonly error: ConnectorError };

// A page is waiting for the answer.
const patienceMs = 25_000;

/** Opens a session and asks who we are there. */
export async function askWho(open: () => Promise<Session> | Session): Promise<Checked> {
  try {
    const session = await open();
    return { works: true, check: await Promise.race([session.check(), runOutOfPatience()]) };
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    return { works: false, error };
  }
}

async function runOutOfPatience(): Promise<never> {
  await sleep(patienceMs);
  throw new ConnectorError({ kind: "timeout", code: "timeout" });
}
