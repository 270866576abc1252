import { ConnectorError } from "./error.ts";
import type { FormField } from "./form.ts";

/** The settings that a form asks for, trimmed, empty ones as `""`. Throws `invalid` with the field: `setting-missing`, `setting-malformed`. */
export function readSettings<Name extends string>(
  form: readonly (FormField & { readonly name: Name })[],
  given: Readonly<Record<string, string>>,
): Readonly<Record<Name, string>> {
  const read = form.map((field): [Name, string] => {
    const value = (given[field.name] ?? "").trim();
    if (value === "" && field.required) throw refusal("setting-missing", field.name);
    return [field.name, value === "" ? "" : checked(field, value)];
  });
  return Object.fromEntries(read) as Record<Name, string>;
}

function checked(field: FormField, value: string): string {
  if (field.kind === "address") return baseOf(value) ?? malformed(field.name);
  const choices = field.choices ?? [];
  if (choices.length > 0 && choices.every((choice) => choice.value !== value)) malformed(field.name);
  // What would break a header must not come near one.
  if (field.kind === "secret" && !/^[\x21-\x7e]+$/.test(value)) malformed(field.name);
  return value;
}

/** An address that requests can be built upon, `https://pm.example.com/redmine`; null for what is none or carries credentials. */
function baseOf(text: string): string | null {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === "") return null;
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") return null;
  return url.origin + url.pathname.replace(/\/+$/, "");
}

function malformed(field: string): never {
  throw refusal("setting-malformed", field);
}

function refusal(code: string, field: string) {
  return new ConnectorError({ kind: "invalid", code, field });
}
