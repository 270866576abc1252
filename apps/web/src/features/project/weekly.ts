import type { Minutes } from "@today/core/time/minutes";
import type { ProjectReport } from "../../api.ts";
import { daysOfWeek } from "./iso-week.ts";

/** A week's hours on the mean of the last complete weeks. */
export interface Weekly {
  readonly minutes: Minutes;
  /** Fewer than four weeks to go by. */
  readonly isShort: boolean;
}

type Source = Pick<ProjectReport, "forecast" | "weeks" | "people" | "burn">;

/** The pace of a project; where there is no forecast, that of its people's complete weeks since its first hours. */
export function weeklyOf({ forecast, weeks, people, burn }: Source): Weekly {
  if (forecast !== null) return { minutes: forecast.weekly, isShort: false };
  const complete = weeks.slice(0, -1).map((_, n) => people.reduce((sum, one) => sum + (one.weeks[n] ?? 0), 0));
  const [[month], [week]] = [burn, weeks];
  const isOld = month !== undefined && week !== undefined && month.date < daysOfWeek(week).first;
  const first = complete.findIndex((minutes) => minutes > 0);
  const counted = isOld || first < 0 ? complete : complete.slice(first);
  const sum = counted.reduce((total, minutes) => total + minutes, 0);
  return { minutes: Math.floor(sum / Math.max(1, counted.length)), isShort: first < 0 ? !isOld : counted.length < 4 };
}
