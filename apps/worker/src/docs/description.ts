/** What the page reads of an OpenAPI document; whatever else is in it is left alone. */
export interface Described {
  readonly info: { readonly title: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  /** What is sent to others, by event. */
  readonly webhooks?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, Response>>;
}

export interface Response {
  readonly description: string;
  readonly content?: Readonly<Record<string, Media>>;
}

export interface Media {
  readonly schema?: Schema;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value: { readonly title?: string } }>>;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly example?: unknown;
  readonly schema?: Schema;
}

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly description?: string;
  readonly example?: unknown;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** One operation as a chapter of the page. */
export interface Chapter extends Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
}

/** All operations in their order: `{ id: "get-v1-me", method: "GET", path: "/v1/me", … }`. */
export function chaptersOf(paths: Described["paths"]): Chapter[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...operation,
      ...{ id: `${method}${path.replace(/[^a-z0-9]+/gi, "-")}`, method: method.toUpperCase(), path },
    })),
  );
}

/** The schema behind a reference. */
export function resolved(schema: Schema, { components }: Pick<Described, "components">): Schema {
  const name = schema.$ref?.split("/").at(-1);
  return name === undefined ? schema : (components.schemas[name] ?? schema);
}

/** What a value may be, in few words: `string(date)`, `integer 1–200`, `active | all`. */
export function typeText(schema: Schema): string {
  if (schema.enum !== undefined) return schema.enum.map(String).join(" | ");
  const types = [schema.type ?? []].flat();
  const of = schema.items === undefined ? "" : ` of ${typeText(schema.items)}`;
  const text = `${types.join(" | ")}${schema.format === undefined ? "" : ` (${schema.format})`}${of}`;
  const [low, high] = [schema.minimum ?? schema.minLength, schema.maximum ?? schema.maxLength];
  const isBounded = high !== undefined && high < Number.MAX_SAFE_INTEGER;
  return isBounded ? `${text} ${low ?? ""}–${high}` : text;
}
