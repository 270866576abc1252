import type { DraftField, SaidField } from "@today/core/project-draft";
import type { ProjectForm } from "@today/db/project-form";
import { type FormField, formFields } from "@today/dingtalk/approval/form-field";
import type { ApprovalInstance } from "@today/dingtalk/approval/instance";

/** What a form's mapped fields say, by what they say of a project. A field that the form does not have says nothing. */
export type Said = Partial<Record<DraftField, SaidField>>;

/** Reads the mapped fields of an approval; the others are not looked at. */
export function readForm(instance: Pick<ApprovalInstance, "components">, fields: ProjectForm["fields"]): Said {
  const byId = new Map(formFields(instance).map((field) => [field.id, field]));
  const said: Said = {};
  for (const [name, id] of Object.entries(fields)) {
    const field = byId.get(id);
    if (field !== undefined) said[name as DraftField] = saidBy(field);
  }
  return said;
}

function saidBy({ name: label, value, text }: FormField): SaidField {
  const nothing = { number: null, fen: null, from: null, to: null, people: [], strangers: [] };
  const said = { ...nothing, label, text };
  switch (value.kind) {
    case "empty":
      return { ...said, text: null };
    case "number":
      return { ...said, number: value.number, fen: fenOf(value.number) };
    case "money":
      return { ...said, fen: value.fen, number: value.fen / 100 };
    case "date":
      return { ...said, from: value.date };
    case "dates":
      return { ...said, from: value.from, to: value.to };
    case "people":
      return { ...said, people: value.known.map(({ id }) => id), strangers: value.names };
    case "choices":
      return { ...said, text: value.choices.join("、") };
    default:
      return said;
  }
}

function fenOf(yuan: number): number | null {
  const fen = Math.round(yuan * 100);
  return Number.isSafeInteger(fen) ? fen : null;
}
