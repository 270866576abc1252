import type { WorkDate } from "@today/core/time/date";
import type { Instant } from "@today/core/time/minutes";
import { numberOf, textOf } from "../field.ts";
import { elementsOf, fieldsOf } from "../json.ts";
import { instantAtMinute, momentOf } from "../moment.ts";
import { type FormComponent, flatComponents } from "./component.ts";
import { contactsOf } from "./contact.ts";
import type { ApprovalInstance } from "./instance.ts";

/** What a field says. Money is whole fen; `at` of a date is null when it names no minute. */
export type FormValue =
  | { readonly kind: "empty" }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly number: number }
  | { readonly kind: "money"; readonly fen: number }
  | { readonly kind: "date"; readonly date: WorkDate; readonly at: Instant | null }
  | { readonly kind: "dates"; readonly from: WorkDate; readonly to: WorkDate }
  | { readonly kind: "choices"; readonly choices: readonly string[] }
  | { readonly kind: "people" | "departments"; readonly known: readonly Named[]; readonly names: readonly string[] }
  | { readonly kind: "links"; readonly links: readonly string[] }
  | { readonly kind: "files"; readonly files: readonly FormFile[] }
  | { readonly kind: "approvals"; readonly instanceIds: readonly string[] }
  | { readonly kind: "table"; readonly rows: readonly (readonly FormField[])[] };

interface Named {
  readonly id: string;
  readonly name: string;
}

interface FormFile {
  readonly name: string;
  readonly fileId: string | null;
  readonly spaceId: string | null;
}

/** One field of a filled-in form. Labels can be renamed: map by `id`. `text` is the value as received. */
export interface FormField {
  readonly id: string | null;
  readonly name: string;
  readonly componentType: string;
  readonly value: FormValue;
  readonly text: string | null;
}

type Read = (component: FormComponent) => FormValue | null;

const readers: Readonly<Record<string, Read>> = {
  NumberField: ({ value }) => asNumber(value),
  CalculateField: ({ value }) => asNumber(value),
  MoneyField: ({ value }) => asMoney(value),
  DDDateField: ({ value }) => asDate(value),
  DDDateRangeField: ({ value }) => asDates(value),
  DDSelectField: ({ value }) => asChoices(value),
  DDMultiSelectField: ({ value }) => asChoices(value),
  InnerContactField: (component) => ({ kind: "people", ...contactsOf(component) }),
  DepartmentField: (component) => ({ kind: "departments", ...contactsOf(component) }),
  DDPhotoField: ({ value }) => ({ kind: "links", links: elementsOf(value).flatMap((link) => textOf(link) ?? []) }),
  DDAttachment: ({ value }) => ({ kind: "files", files: elementsOf(value).flatMap((file) => asFile(file) ?? []) }),
  RelateField: (component) => asApprovals(component),
  TableField: ({ lines }) => ({ kind: "table", rows: lines.map((line) => line.map(fieldOf)) }),
};

/** The fields of a form, those inside suites too; what a field says is text unless its component says better. Costs no call. */
export function formFields(instance: Pick<ApprovalInstance, "components">): FormField[] {
  return flatComponents(instance.components).map(fieldOf);
}

function fieldOf(component: FormComponent): FormField {
  const { id, name, type, value } = component;
  return { id, name, componentType: type, value: valueOfField(component), text: value };
}

function valueOfField(component: FormComponent): FormValue {
  const { type, value, lines } = component;
  if (value === null) return { kind: "empty" };
  const read = readers[lines.length > 0 ? "TableField" : type];
  return read?.(component) ?? { kind: "text", text: value };
}

function asNumber(value: string | null): FormValue | null {
  const number = numberOf(value?.replaceAll(",", ""));
  return number === null ? null : { kind: "number", number };
}

function asMoney(value: string | null): FormValue | null {
  const yuan = numberOf(value?.replace(/[,，¥￥元\s]/g, ""));
  const fen = yuan === null ? null : Math.round(yuan * 100);
  return fen === null || !Number.isSafeInteger(fen) ? null : { kind: "money", fen };
}

function asDate(value: string | null): FormValue | null {
  const moment = momentOf(value);
  if (moment === null) return null;
  const { date, minute } = moment;
  return { kind: "date", date, at: minute === null ? null : instantAtMinute(date, minute) };
}

function asDates(value: string | null): FormValue | null {
  const [from, to] = elementsOf(value).map((one) => momentOf(one)?.date ?? null);
  return from === null || from === undefined || to === null || to === undefined ? null : { kind: "dates", from, to };
}

function asChoices(value: string | null): FormValue | null {
  const several = elementsOf(value).flatMap((one) => textOf(one) ?? []);
  return { kind: "choices", choices: several.length > 0 || value === null ? several : value === "[]" ? [] : [value] };
}

function asFile(raw: unknown): FormFile | null {
  const file = fieldsOf(raw);
  const name = textOf(file.fileName) ?? textOf(file.name);
  return name === null ? null : { name, fileId: textOf(file.fileId), spaceId: textOf(file.spaceId) };
}

/** Titles are in value, ids in extValue's list; ids alone may also be the value, as they are written. */
function asApprovals({ value, extension, extensionList }: FormComponent): FormValue {
  const listed = [...elementsOf(extension.list), ...extensionList].flatMap((raw) => {
    const row = fieldsOf(raw);
    return textOf(row.procInstId) ?? textOf(row.processInstanceId) ?? textOf(row.businessId) ?? [];
  });
  const instanceIds = listed.length > 0 ? listed : elementsOf(value).flatMap((id) => textOf(id) ?? []);
  return { kind: "approvals", instanceIds };
}
