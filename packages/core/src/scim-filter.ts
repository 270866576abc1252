/** What a filter of SCIM says (RFC 7644, 3.4.2.2); paths and operators are in lower case, schemas are taken off. */
export type ScimFilter =
  | { readonly op: "and" | "or"; readonly parts: readonly ScimFilter[] }
  | { readonly op: "not"; readonly part: ScimFilter }
  | { readonly op: "has"; readonly path: string; readonly part: ScimFilter }
  | { readonly op: "pr"; readonly path: string }
  | { readonly op: Comparison; readonly path: string; readonly value: ScimValue };

export type Comparison = "eq" | "ne" | "co" | "sw" | "ew" | "gt" | "ge" | "lt" | "le";
export type ScimValue = string | number | boolean | null;

const comparisons: readonly string[] = ["eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le"];
const longest = 4000;
const deepest = 20;

/**
 * Reads a filter, `emails[type eq "work" and value co "@x.cn"] or active eq true`; null for what is none, or is longer than 4000
 * characters or nested more than 20 deep. A value path with a comparison after it, `emails[type eq "work"].value eq "a"`, asks
 * both of the same entry.
 */
export function parseScimFilter(text: string): ScimFilter | null {
  const tokens = text.length <= longest ? tokensOf(text) : null;
  if (tokens === null) return null;
  const reader: Reader = { tokens, at: 0 };
  const filter = readOr(reader, 0);
  return filter !== null && reader.at === tokens.length ? filter : null;
}

/** An attribute's path without its schema and in lower case, `urn:…:User:name.givenName` is `name.givenname`. */
export function scimPath(path: string): string {
  const schema = /^urn:[^\s[\]]*:(?=[^:]*$)/i.exec(path)?.[0] ?? "";
  return path.slice(schema.length).toLowerCase();
}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
}

const token = /\s*("(?:[^"\\]|\\.)*"|\]\.|[()[\]]|[^\s()[\]"]+)/y;

function tokensOf(text: string): string[] | null {
  const found: string[] = [];
  const end = text.trimEnd().length;
  token.lastIndex = 0;
  for (let at = 0; at < end; at = token.lastIndex) {
    const one = token.exec(text)?.[1];
    if (one === undefined) return null;
    found.push(one);
  }
  return found;
}

function readOr(reader: Reader, depth: number): ScimFilter | null {
  return readChain(reader, "or", () => readChain(reader, "and", () => readTerm(reader, depth)));
}

function readChain(reader: Reader, op: "and" | "or", read: () => ScimFilter | null): ScimFilter | null {
  const parts: ScimFilter[] = [];
  do {
    const part = read();
    if (part === null) return null;
    parts.push(part);
  } while (take(reader, op));
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { op, parts };
}

function readTerm(reader: Reader, depth: number): ScimFilter | null {
  if (depth > deepest) return null;
  const negated = peek(reader) === "not" && reader.tokens[reader.at + 1] === "(";
  if (negated) reader.at += 1;
  if (!take(reader, "(")) return negated ? null : readAttribute(reader, depth);
  const part = readOr(reader, depth + 1);
  if (part === null || !take(reader, ")")) return null;
  return negated ? { op: "not", part } : part;
}

function readAttribute(reader: Reader, depth: number): ScimFilter | null {
  const path = readPath(reader);
  if (path === null) return null;
  if (take(reader, "[")) return readEntry(reader, path, depth);
  return readComparison(reader, path);
}

function readEntry(reader: Reader, path: string, depth: number): ScimFilter | null {
  const part = depth > deepest ? null : readOr(reader, depth + 1);
  if (part === null) return null;
  if (take(reader, "]")) return { op: "has", path, part };
  if (!take(reader, "].")) return null;
  const below = readPath(reader);
  const further = below === null ? null : readComparison(reader, below);
  return further === null ? null : { op: "has", path, part: { op: "and", parts: [part, further] } };
}

function readComparison(reader: Reader, path: string): ScimFilter | null {
  if (take(reader, "pr")) return { op: "pr", path };
  const op = comparisons.find((one) => take(reader, one)) as Comparison | undefined;
  const value = op === undefined ? undefined : readValue(reader);
  return op === undefined || value === undefined ? null : { op, path, value };
}

function readPath(reader: Reader): string | null {
  const word = reader.tokens[reader.at];
  if (word === undefined || !/^[a-z$][\w$.:-]*$/i.test(word)) return null;
  reader.at += 1;
  return scimPath(word);
}

function readValue(reader: Reader): ScimValue | undefined {
  const word = reader.tokens[reader.at];
  if (word === undefined) return undefined;
  reader.at += 1;
  try {
    const value: unknown = JSON.parse(/^(true|false|null)$/i.test(word) ? word.toLowerCase() : word);
    return value === null || ["string", "number", "boolean"].includes(typeof value) ? (value as ScimValue) : undefined;
  } catch {
    return undefined;
  }
}

function peek(reader: Reader): string | undefined {
  return reader.tokens[reader.at]?.toLowerCase();
}

function take(reader: Reader, wanted: string): boolean {
  const there = peek(reader) === wanted;
  if (there) reader.at += 1;
  return there;
}
