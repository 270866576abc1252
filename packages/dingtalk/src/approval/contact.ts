import { textOf } from "../field.ts";
import { elementsOf, fieldsOf } from "../json.ts";
import type { FormComponent } from "./component.ts";

/** People or departments of a component; `names` are those of whom the form gives no id. */
export interface Contacts {
  readonly known: readonly { readonly id: string; readonly name: string }[];
  readonly names: readonly string[];
}

/** Ids are in extValue, names in value; a value may also be ids, as JSON text or joined by commas (外出's traveler). */
export function contactsOf(component: FormComponent): Contacts {
  const known = component.extensionList.flatMap((raw) => {
    const row = fieldsOf(raw);
    const id = textOf(row.emplId) ?? textOf(row.userId) ?? textOf(row.userid) ?? textOf(row.id) ?? textOf(row.itemId);
    return id === null ? [] : [{ id, name: textOf(row.name) ?? "" }];
  });
  if (known.length > 0) return { known, names: [] };
  const said = elementsOf(component.value).length > 0 ? elementsOf(component.value) : splitOf(component.value);
  const words = said.flatMap((word) => textOf(word) ?? []);
  return {
    known: words.filter(isId).map((id) => ({ id, name: "" })),
    names: words.filter((word) => !isId(word)),
  };
}

function splitOf(value: string | null): string[] {
  return (value ?? "")
    .split(/[,，、]/)
    .map((word) => word.trim())
    .filter((word) => word !== "" && word !== "[]");
}

function isId(word: string): boolean {
  return /^[\w.@$:/+=-]+$/.test(word);
}
