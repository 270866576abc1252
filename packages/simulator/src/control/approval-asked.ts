import { DAY, HOUR, parseDay } from "../company/beijing.ts";
import type { ApprovalContent, ApprovalStep, ApprovalUnit, AskedSpan } from "../world/approval.ts";
import type { ApprovalKind, FormItem, Template } from "../world/approval-template.ts";
import { LEAVE_TYPES } from "../world/leave.ts";
import { type Asked, instantIn, optionalNumber, optionalText, Problem, textIn, wordIn } from "./asked.ts";

const UNITS: Readonly<Record<"leave" | "overtime" | "trip" | "outing", readonly ApprovalUnit[]>> = {
  leave: ["hour", "halfDay", "day"],
  overtime: ["hour"],
  trip: ["day", "halfDay"],
  outing: ["hour"],
};
const CHECK_TYPES = { on: "OnDuty", off: "OffDuty" } as const;
const MODES = ["AND", "OR", "NONE"] as const;

/** What the form of a kind says, from the fields of a control request. */
export function contentIn(asked: Asked, kind: ApprovalKind, supplyId: number): ApprovalContent {
  const reason = optionalText(asked, "reason") ?? "家中有事";
  switch (kind) {
    case "leave": {
      const span = spanIn(asked, UNITS.leave);
      const name = optionalText(asked, "name");
      const leaveType = LEAVE_TYPES.find((one) => (name === null ? one.unit === span.unit : one.name === name));
      if (!leaveType) throw new Problem("no leave is called so");
      return { kind, ...span, leaveType, reason };
    }
    case "supply": {
      const day = parseDay(textIn(asked, "workDate"));
      if (day === null) throw new Problem("workDate is not like 2026-09-15");
      const type = CHECK_TYPES[wordIn(asked, "type", ["on", "off"])];
      return {
        kind,
        supplyId,
        day,
        type,
        at: instantIn(asked, "at"),
        reason: optionalText(asked, "reason") ?? "忘记打卡",
      };
    }
    case "custom":
      return { kind, values: { ...Object(asked.values) } };
    default:
      return { kind, ...spanIn(asked, UNITS[kind]), reason, place: optionalText(asked, "place") ?? "" };
  }
}

/** `approvers` is a list of userids, decided one after the other, or of `{ mode, userIds }`. */
export function stepsIn({ approvers }: Asked): ApprovalStep[] | null {
  if (approvers === undefined) return null;
  if (!Array.isArray(approvers) || approvers.length === 0) throw new Problem("approvers is not a list");
  return approvers.map((one): ApprovalStep => {
    if (typeof one === "string") return { mode: "NONE", userIds: [one] };
    const step: Asked = { ...Object(one) };
    if (!Array.isArray(step.userIds) || step.userIds.length === 0) throw new Problem("userIds of a step is not a list");
    return { mode: wordIn(step, "mode", MODES), userIds: step.userIds.map(String) };
  });
}

/** A form of one's own: `{ title, processCode?, items: [{ label, type?, required?, options?, columns? }] }`. */
export function templateIn(asked: Asked, number: number): Template {
  const { items } = asked;
  if (!Array.isArray(items) || items.length === 0) throw new Problem("items is not a list");
  return {
    processCode: optionalText(asked, "processCode") ?? `PROC-SIMULATOR-CUSTOM-${number}`,
    title: textIn(asked, "title"),
    kind: "custom",
    category: "",
    items: items.map((one, index) => itemIn({ ...Object(one) }, `${number}${String(index + 1).padStart(2, "0")}`)),
  };
}

function itemIn(asked: Asked, mark: string): FormItem {
  const type = optionalText(asked, "type") ?? "TextField";
  const { options, columns } = asked;
  return {
    id: `${type}_${mark}`,
    type,
    label: textIn(asked, "label"),
    required: asked.required === true,
    ...(Array.isArray(options) ? { options: options.map(String) } : {}),
    ...(Array.isArray(columns)
      ? { columns: columns.map((one, index) => itemIn({ ...Object(one) }, `${mark}${index + 1}`)) }
      : {}),
  };
}

function spanIn(asked: Asked, units: readonly ApprovalUnit[]): AskedSpan {
  const start = instantIn(asked, "start");
  const end = instantIn(asked, "end");
  if (end <= start) throw new Problem("it ends before it starts");
  const unit = asked.unit === undefined ? (units[0] ?? "hour") : wordIn(asked, "unit", units);
  return { start, end, unit, amount: optionalNumber(asked, "amount") ?? amountOf(start, end, unit) };
}

function amountOf(start: number, end: number, unit: ApprovalUnit): number {
  if (unit === "hour") return Math.round(((end - start) / HOUR) * 100) / 100;
  return unit === "day" ? Math.ceil((end - start) / DAY) : Math.ceil((end - start) / (DAY / 2)) / 2;
}
