import type { Written } from "./connector.ts";
import { ConnectorError, type ConnectorErrorKind } from "./error.ts";

/** Errors after which nobody knows whether the far side did it. */
const ambiguous: ReadonlySet<ConnectorErrorKind> = new Set(["timeout", "busy", "unreadable"]);

/** Runs a write and says how it ended. What fails while it is prepared has written nothing and is never unknown; `write` makes the one call that writes and reads its answer. */
export async function written<Plan, Ref>(
  prepare: () => Promise<Plan>,
  write: (plan: Plan) => Promise<Ref>,
): Promise<Written<Ref>> {
  const plan = await attempt(prepare);
  if (plan instanceof ConnectorError) return { kind: "failed", error: plan };
  const ref = await attempt(() => write(plan.done));
  if (!(ref instanceof ConnectorError)) return { kind: "applied", ref: ref.done };
  return ambiguous.has(ref.kind) ? { kind: "unknown", reason: ref.code } : { kind: "failed", error: ref };
}

async function attempt<T>(run: () => Promise<T>): Promise<{ readonly done: T } | ConnectorError> {
  try {
    return { done: await run() };
  } catch (error) {
    if (error instanceof ConnectorError) return error;
    throw error;
  }
}
