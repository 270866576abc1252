import type { LoadedDay } from "@today/db/facts";
import type { DayDetail } from "../contract.ts";
import { isoOf } from "./instant.ts";

/** The leaves, trips and overtime that stand on a day, each with who granted it and when that was known. */
export function absenceViews({ leaves, granted }: LoadedDay, zone: string): Pick<DayDetail, "leaves" | "granted"> {
  return {
    leaves: leaves.map(({ fromAt, toAt, leaveCode, receivedAt }) => ({
      ...{ from: isoOf(fromAt, zone), to: isoOf(toAt, zone), code: leaveCode, receivedAt: isoOf(receivedAt, zone) },
    })),
    granted: granted.map(({ kind, start, end, lieu, source, receivedAt }) => ({
      ...{ kind, start, end, lieu: lieu === 1, source, receivedAt: isoOf(receivedAt, zone) },
    })),
  };
}
