import { midnight, wallText } from "../company/beijing.ts";
import type { Person } from "../company/person.ts";
import type { Approval, ApprovalContent } from "../world/approval.ts";
import type { World } from "../world/world.ts";
import { contactBack, customComponents } from "./custom-form.ts";
import { holidayField, timeText } from "./leave-form.ts";

type Component = Record<string, unknown>;
type Span = Extract<ApprovalContent, { kind: "overtime" | "trip" | "outing" }>;
type Supply = Extract<ApprovalContent, { kind: "supply" }>;

interface Scene {
  readonly person: Person;
  readonly world: World;
  readonly now: number;
}

/** `formComponentValues` of an instance. Where attendance.md 11.2 leaves the shape open, a switch chooses. */
export function formOf(approval: Approval, world: World, now: number): Component[] {
  const person = world.person(approval.userId);
  const components = person ? componentsOf(approval, { person, world, now }) : [];
  return world.switches.extValueMissing ? components.map(({ extValue: _extValue, ...rest }) => rest) : components;
}

function componentsOf({ content, processCode }: Approval, scene: Scene): Component[] {
  switch (content.kind) {
    case "leave":
      return [
        holidayField(content, scene),
        text("TextareaField-J2BWEN13", "请假事由", content.reason),
        { id: "DDPhotoField-J2BWEN14", name: "图片", componentType: "DDPhotoField", value: "null" },
      ];
    case "overtime":
      return scene.world.switches.overtimeForm === "suite"
        ? [suite("DDBizSuite-J2BWEO11", "加班", spanFields(content, scene))]
        : [overtimeField(content), text("TextareaField-J2BWEO12", "加班事由", content.reason)];
    case "trip": {
      const fields = [...spanFields(content, scene), text("TextareaField-J2BWET12", "出差事由", content.reason)];
      return scene.world.switches.tripForm === "suite" ? [suite("DDBizSuite-J2BWET11", "出差", fields)] : fields;
    }
    case "outing":
      return [...spanFields(content, scene), text("TextareaField-J2BWEU12", "外出事由", content.reason)];
    case "supply":
      return [supplyField(content, scene), text("TextareaField-J2BWEV12", "缺卡原因", content.reason)];
    case "custom": {
      const template = scene.world.templates.find((one) => one.processCode === processCode);
      return customComponents(template?.items ?? [], content.values, scene.world);
    }
  }
}

const SPAN_NAMES = { overtime: "加班", trip: "出差", outing: "外出" } as const;

/** The flattened children, recognisable by `bizAlias`. */
function spanFields({ kind, start, end, unit, amount, place }: Span, { person, world }: Scene): Component[] {
  const field = (bizAlias: string, type: string, name: string) => ({
    id: `${type}-${bizAlias.toUpperCase()}1`,
    name,
    componentType: type,
    bizAlias,
  });
  return [
    { ...field("type", "DDSelectField", "类型"), value: SPAN_NAMES[kind] },
    { ...field("startTime", "DDDateField", "开始时间"), value: timeText(start, unit, "start") },
    { ...field("finishTime", "DDDateField", "结束时间"), value: timeText(end, unit, "end") },
    {
      ...field("duration", "NumberField", unit === "hour" ? "时长（小时）" : "时长（天）"),
      value: String(amount),
      extValue: JSON.stringify({ unit: unit === "hour" ? "HOUR" : "DAY", pushTag: SPAN_NAMES[kind] }),
    },
    ...(place === "" ? [] : [{ ...field("place", "TextField", "地点"), value: place }]),
    { ...field("traveler", "InnerContactField", "人员"), ...contactBack([person.userId], world) },
  ];
}

function suite(id: string, name: string, children: readonly Component[]): Component {
  return { id, name, componentType: "DDBizSuite", value: JSON.stringify(children) };
}

function overtimeField({ start, end, amount }: Span): Component {
  const value = [timeText(start, "hour", "start"), timeText(end, "hour", "end"), amount, "hour", null, "加班类型"];
  const extValue = { unit: "HOUR", durationInHour: amount, pushTag: "加班", featureMap: {}, _from: start, _to: end };
  return {
    id: "DDOvertimeField-J2BWEO13",
    name: JSON.stringify(["开始时间", "结束时间"]),
    componentType: "DDOvertimeField",
    value: JSON.stringify(value),
    extValue: JSON.stringify(extValue),
  };
}

function supplyField({ day, type, at }: Supply, { person, world, now }: Scene): Component {
  const { points } = world.workday(person, day, now).plan;
  const fitting = points.filter((point) => point.type === type);
  const point = fitting.toSorted((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at))[0];
  const planText = `${wallText(point?.at ?? at).slice(0, 16)} ${type === "OnDuty" ? "上班" : "下班"}卡`;
  return {
    id: "DDDateField-J2BWEV11",
    name: "补卡时间",
    componentType: "DDDateField",
    bizAlias: "userCheckTime",
    value: wallText(at).slice(0, 16),
    extValue: JSON.stringify({ planId: point?.planId ?? 0, workDate: midnight(day), planText, userCheckTime: at }),
  };
}

function text(id: string, name: string, value: string): Component {
  return { id, name, componentType: "TextareaField", value };
}
