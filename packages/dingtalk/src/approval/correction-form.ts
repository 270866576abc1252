import type { WorkDate } from "@today/core/time/date";
import type { Instant } from "@today/core/time/minutes";
import { beijingDate } from "../beijing.ts";
import { textOf } from "../field.ts";
import { instantAtMinute, momentOf, plausibleInstant } from "../moment.ts";
import { isNamed } from "./asked.ts";
import type { FormComponent } from "./component.ts";

/** A 补卡: the minute asked for, the day and point of the schedule it stands for. */
export interface AskedCorrection {
  readonly at: Instant;
  readonly workDate: WorkDate;
  readonly type: "on" | "off" | null;
  readonly planId: string | null;
  readonly used: readonly FormComponent[];
}

/** The 补卡 of a form; null when it names no minute. `planTip` reads `周二 ( 08.04 下班) 补卡`. */
export function askedCorrection(components: readonly FormComponent[]): AskedCorrection | null {
  for (const component of components) {
    const { extension } = component;
    const isIt = isNamed(component, /^(userCheckTime|repairCheckTime|补卡时间|补卡时间点)$/) || "planText" in extension;
    if (!isIt) continue;
    const moment = momentOf(component.value);
    const said = moment?.minute === null || moment === null ? null : instantAtMinute(moment.date, moment.minute);
    const at = said ?? plausibleInstant(extension.userCheckTime);
    if (at === null) continue;
    const tip = `${textOf(extension.planTip) ?? ""} ${textOf(extension.planText) ?? ""}`;
    const midnight = plausibleInstant(extension.workDate) ?? plausibleInstant(extension.timeStamp) ?? at;
    return {
      at,
      workDate: beijingDate(midnight),
      type: /上班/.test(tip) ? "on" : /下班/.test(tip) ? "off" : null,
      planId: textOf(extension.planId),
      used: components.filter((one) => one === component || one.alias === "repairCheckTime"),
    };
  }
  return null;
}
