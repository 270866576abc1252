/** What a control request asks that cannot be done; becomes 400 or 404 `{ "problem": … }`. */
export class Problem extends Error {
  readonly status: 400 | 404;

  constructor(message: string, status: 400 | 404 = 400) {
    super(message);
    this.status = status;
  }
}

export type Asked = Readonly<Record<string, unknown>>;

/** The JSON body of a control request; none is an empty one. */
export async function askedOf(request: Request): Promise<Asked> {
  const text = await request.text();
  if (text === "") return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return { ...value };
  } catch {
    throw new Problem("the body is not JSON");
  }
  throw new Problem("the body is not a JSON object");
}

export function textIn(asked: Asked, name: string): string {
  const value = asked[name];
  if (typeof value !== "string" || value === "") throw new Problem(`${name} is missing`);
  return value;
}

export function optionalText(asked: Asked, name: string): string | null {
  return asked[name] === undefined || asked[name] === null ? null : textIn(asked, name);
}

export function numberIn(asked: Asked, name: string): number {
  const value = asked[name];
  if (typeof value !== "number" || !Number.isFinite(value)) throw new Problem(`${name} is not a number`);
  return value;
}

export function optionalNumber(asked: Asked, name: string): number | null {
  return asked[name] === undefined || asked[name] === null ? null : numberIn(asked, name);
}

/** ISO 8601 with offset, or milliseconds. */
export function instantIn(asked: Asked, name: string): number {
  const value = asked[name];
  const ms = typeof value === "string" && /(Z|[+-]\d\d:?\d\d)$/.test(value) ? Date.parse(value) : value;
  if (typeof ms !== "number" || !Number.isFinite(ms)) throw new Problem(`${name} is no instant with an offset`);
  return ms;
}

/** One of a few words. */
export function wordIn<T extends string>(asked: Asked, name: string, words: readonly T[]): T {
  const found = words.find((word) => word === asked[name]);
  if (!found) throw new Problem(`${name} is none of ${words.join(", ")}`);
  return found;
}
