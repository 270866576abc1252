import { useMessage } from "../../message.ts";
import { ErrorLine } from "../../ui/error-line.tsx";
import type { Connection } from "./connection.ts";

/** What the person should know of the connection, above everything. */
export function ConnectionLine({ of, onRetry }: { of: Connection; onRetry: () => void }) {
  const m = useMessage();
  if (of === "fine") return null;
  if (of === "slow") return <ErrorLine icon="clock">{m["net.slow"]}</ErrorLine>;
  return (
    <ErrorLine icon="offline" onRetry={onRetry}>
      {m[`net.${of}`]}
    </ErrorLine>
  );
}
