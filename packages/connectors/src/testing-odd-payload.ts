import fc from "fast-check";

/** Values that no reference mentions in the place where they will turn up. */
const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    "",
    "null",
    "[]",
    0,
    -1,
    1e308,
    2 ** 53,
    "1e400",
    [],
    {},
    [[]],
    [null],
    true,
    "0000-00-00",
  ),
  fc.integer(),
  fc.string(),
  fc.jsonValue({ maxDepth: 2 }),
);

type Way = "replace" | "drop" | "as-text" | "wrap";

interface Edit {
  readonly at: number;
  readonly way: Way;
  readonly odd: unknown;
}

/** What goes wrong in one answer: up to four places of it, or the whole. */
export interface Spoiling {
  readonly call: number;
  readonly edits: readonly Edit[];
  readonly whole: { readonly odd: unknown } | null;
}

/** Spoils one of a session's first twelve answers. */
export const spoiling: fc.Arbitrary<Spoiling> = fc.record({
  call: fc.nat({ max: 11 }),
  edits: fc.array(
    fc.record({
      at: fc.nat({ max: 600 }),
      way: fc.constantFrom<Way>("replace", "drop", "as-text", "wrap"),
      odd: oddValue,
    }),
    { minLength: 1, maxLength: 4 },
  ),
  whole: fc.option(fc.record({ odd: oddValue }), { freq: 8 }),
});

export function spoilt(payload: unknown, { edits, whole }: Spoiling): unknown {
  return whole === null ? edits.reduce(spoil, payload) : whole.odd;
}

function spoil(payload: unknown, edit: Edit): unknown {
  const places = countPlaces(payload);
  const place = { left: places === 0 ? 0 : edit.at % places };
  return visit(payload, (value) => (place.left-- === 0 ? applied(value, edit) : null));
}

type Visit = (value: unknown) => readonly unknown[] | null;

function applied(value: unknown, { way, odd }: Edit): readonly unknown[] {
  if (way === "replace") return [odd];
  if (way === "drop") return [];
  return [way === "wrap" ? [value] : JSON.stringify(value)];
}

function countPlaces(payload: unknown): number {
  let places = 0;
  visit(payload, () => {
    places += 1;
    return null;
  });
  return places;
}

function visit(value: unknown, each: Visit): unknown {
  if (Array.isArray(value)) return value.flatMap((one) => each(one) ?? [visit(one, each)]);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => {
      const changed = each(one);
      return changed === null ? [[key, visit(one, each)]] : changed.map((odd) => [key, odd]);
    }),
  );
}
