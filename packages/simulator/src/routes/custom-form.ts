import type { FormItem } from "../world/approval-template.ts";
import type { World } from "../world/world.ts";

type Values = Readonly<Record<string, unknown>>;
type Component = Record<string, unknown>;

/** A custom form as an instance gives it back: tables and persons are read in another shape than they are written. */
export function customComponents(items: readonly FormItem[], values: Values, world: World): Component[] {
  return items.map((item) => {
    const own = { id: item.id, name: item.label, componentType: item.type };
    const value = values[item.label];
    if (value === undefined || value === null) return item.type === "DDPhotoField" ? { ...own, value: "null" } : own;
    return { ...own, ...readBack(item, value, world) };
  });
}

function readBack(item: FormItem, value: unknown, world: World): Component {
  switch (item.type) {
    case "TableField":
      return tableBack(item, value);
    case "DDSelectField": {
      const key = `option_${Math.max(0, item.options?.indexOf(String(value)) ?? 0)}`;
      return { value: String(value), extValue: JSON.stringify({ label: String(value), key }) };
    }
    case "MoneyField":
      return {
        value: String(value),
        extValue: JSON.stringify({ upper: upperMoney(Number(value)), componentName: item.type }),
      };
    case "InnerContactField":
      return contactBack(listOf(value), world);
    case "DepartmentField": {
      const found = listOf(value).map((id) => world.departments().find((one) => String(one.id) === id));
      const departments = found.flatMap((one) => (one ? [{ id: String(one.id), name: one.name }] : []));
      return { value: departments.map(({ name }) => name).join(","), extValue: JSON.stringify(departments) };
    }
    default:
      return { value: typeof value === "string" ? value : JSON.stringify(value) };
  }
}

/** Names in `value`, ids in `extValue` alone. */
export function contactBack(userIds: readonly string[], world: World): Component {
  const people = userIds.map((id) => ({ emplId: id, name: world.person(id)?.name ?? id }));
  return { value: people.map(({ name }) => name).join(","), extValue: JSON.stringify(people) };
}

/** Written `[[{name,value}]]`, read `[{rowNumber,rowValue:[{label,value,key}]}]`. */
function tableBack({ id, columns = [] }: FormItem, value: unknown): Component {
  const rows = asList(parsed(value)).map((row, index) => ({
    rowNumber: `${id}_${String(index + 1).padStart(4, "0")}`,
    rowValue: asList(row).map((cell) => {
      const { name = "", value: text = "" } = Object(cell);
      return { label: String(name), value: String(text), key: columns.find(({ label }) => label === name)?.id ?? "" };
    }),
  }));
  return { value: JSON.stringify(rows), extValue: JSON.stringify({ statValue: [], componentName: "TableField" }) };
}

function listOf(value: unknown): string[] {
  const read = parsed(value);
  return Array.isArray(read) ? read.map(String) : String(value).split(",");
}

function parsed(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

const DIGITS = "零壹贰叁肆伍陆柒捌玖";
const PLACES = ["", "拾", "佰", "仟"];
const GROUPS = ["", "万", "亿"];

/** 4200 as 肆仟贰佰元整; fen are left out. */
function upperMoney(amount: number): string {
  const text = String(Math.floor(Math.abs(amount)));
  const places = [...text].map((digit, index) => ({ digit: Number(digit), place: text.length - 1 - index }));
  const words = places.map(({ digit, place }) => {
    const group = place % 4 === 0 ? (GROUPS[place / 4] ?? "") : "";
    return digit === 0 ? `零${group}` : `${DIGITS[digit]}${PLACES[place % 4]}${group}`;
  });
  const whole = words
    .join("")
    .replace(/零+(?=[万亿])/g, "")
    .replace(/零+/g, "零")
    .replace(/零$/, "");
  return `${whole || "零"}元整`;
}
