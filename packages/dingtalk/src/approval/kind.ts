import { textOf } from "../field.ts";
import { type FormComponent, flatComponents } from "./component.ts";
import type { ApprovalInstance } from "./instance.ts";

/** What an approval of attendance is about; 出差 and 外出 are both a trip. */
export type FactKind = "leave" | "overtime" | "trip" | "punch-correction";

const kindOfType: Readonly<Record<string, FactKind>> = {
  DDHolidayField: "leave",
  DDOvertimeField: "overtime",
  DDGooutField: "trip",
  DDBusinessTripField: "trip",
};

const kindOfAlias: Readonly<Record<string, FactKind>> = {
  leave: "leave",
  overtime: "overtime",
  everyDayDuration: "overtime",
  compensation: "overtime",
  goout: "trip",
  itinerary: "trip",
  tripDays: "trip",
  supply: "punch-correction",
  userCheckTime: "punch-correction",
  repairCheckTime: "punch-correction",
};

// The whole name: 出差报销 is no trip.
const kindOfWord: readonly (readonly [RegExp, FactKind])[] = [
  [/^补卡(申请|审批)?单?$/, "punch-correction"],
  [/^加班(申请|审批)?单?$/, "overtime"],
  [/^(出差|外出)(申请|审批)?单?$/, "trip"],
  [/^(请假|休假)(申请|审批)?单?$/, "leave"],
];

/** The kind of a `bizCategoryId` as events bring it, `attendance.batchovertime`; null for others, and for 请假, which has none published. */
export function kindOfCategory(bizCategoryId: string | null): FactKind | null {
  const category = bizCategoryId ?? "";
  if (/^attendance\.(batch)?leave$/.test(category)) return "leave";
  if (/^attendance\.(batch)?overtime$/.test(category)) return "overtime";
  if (category === "attendance.supply") return "punch-correction";
  return category === "attendance.goout" || category === "alitrip.business" ? "trip" : null;
}

/** The kind of a form by its title, `加班申请`; null for any other, 出差报销 among them. */
export function kindOfTitle(title: string): FactKind | null {
  return byWord(title.trim()) ?? null;
}

/** What an approval is about, by its components, then by what they push to attendance, then by its title; null for any other form. */
export function kindOf(instance: Pick<ApprovalInstance, "components" | "title">): FactKind | null {
  const { components, title } = instance;
  const all = [...components, ...flatComponents(components)];
  return (
    first(all, ({ type }) => kindOfType[type]) ??
    first(all, ({ alias }) => kindOfAlias[alias ?? ""]) ??
    first(all, ({ extension }) => byWord(textOf(extension.pushTag))) ??
    first(all, ({ type, name }) => (type === "DDBizSuite" ? byWord(name) : undefined)) ??
    first(all, ({ alias }) => (alias === "traveler" ? "trip" : undefined)) ??
    (hasTime(all) ? (byWord(/提交的(.*)$/.exec(title)?.[1] ?? title) ?? null) : null)
  );
}

function first(all: readonly FormComponent[], read: (one: FormComponent) => FactKind | undefined): FactKind | null {
  for (const one of all) {
    const kind = read(one);
    if (kind !== undefined) return kind;
  }
  return null;
}

function byWord(word: string | null): FactKind | undefined {
  return word === null ? undefined : kindOfWord.find(([pattern]) => pattern.test(word))?.[1];
}

function hasTime(components: readonly FormComponent[]): boolean {
  return components.some(
    ({ type, lines }) => type.startsWith("DDDate") || lines.flat().some((cell) => cell.type.startsWith("DDDate")),
  );
}
