import fc from "fast-check";

/** Values that no document mentions in the place where they will turn up. */
const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    "",
    "null",
    "[]",
    "{}",
    "[null]",
    0,
    -1,
    1e308,
    -1e308,
    2 ** 53,
    "1e400",
    [],
    {},
    [[]],
    true,
  ),
  fc.constantFrom<unknown>(
    "9999-12-31 24:00",
    "0000-00-00",
    "2026-02-31",
    "99999999999999999999",
    "8640000000000001",
    8.64e15,
  ),
  fc.integer(),
  fc.double(),
  fc.string(),
  fc.jsonValue({ maxDepth: 2 }),
);

type Way = "replace" | "drop" | "double" | "as-text" | "wrap";

interface Edit {
  readonly at: number;
  readonly way: Way;
  readonly odd: unknown;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat({ max: 400 }),
  way: fc.constantFrom<Way>("replace", "drop", "double", "as-text", "wrap"),
  odd: oddValue,
});

/** The payload with up to six things wrong somewhere in it, also inside its JSON texts; now and then something else altogether. */
export function spoilt(payload: unknown): fc.Arbitrary<unknown> {
  const edited = fc.array(edit, { maxLength: 6 }).map((edits) => edits.reduce(spoil, payload));
  return fc.oneof({ arbitrary: edited, weight: 9 }, { arbitrary: oddValue, weight: 1 });
}

function spoil(payload: unknown, change: Edit): unknown {
  const places = countPlaces(payload);
  const place = { left: places === 0 ? 0 : change.at % places };
  return visit(payload, (value) => (place.left-- === 0 ? applied(value, change) : undefined));
}

function applied(value: unknown, { way, odd }: Edit): { readonly values: readonly unknown[] } {
  if (way === "replace") return { values: [odd] };
  if (way === "drop") return { values: [] };
  if (way === "double") return { values: [value, value] };
  return { values: [way === "wrap" ? [value] : typeof value === "object" ? JSON.stringify(value) : String(value)] };
}

function countPlaces(payload: unknown): number {
  let places = 0;
  visit(payload, () => {
    places += 1;
    return undefined;
  });
  return places;
}

type Visit = (value: unknown) => { readonly values: readonly unknown[] } | undefined;

function visit(value: unknown, each: Visit): unknown {
  if (typeof value === "string") return visitText(value, each);
  if (Array.isArray(value)) return value.flatMap((one) => each(one)?.values ?? [visit(one, each)]);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => {
      const changed = each(one);
      return changed === undefined ? [[key, visit(one, each)]] : changed.values.slice(0, 1).map((odd) => [key, odd]);
    }),
  );
}

function visitText(text: string, each: Visit): string {
  if (!/^[[{]/.test(text)) return text;
  try {
    return JSON.stringify(visit(JSON.parse(text), each)) ?? text;
  } catch {
    return text;
  }
}
