import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const [, light = "", dark = ""] = /:root\s*\{([^}]*)\}\s*html\[[^\]]*\]\s*\{([^}]*)\}/.exec(css) ?? [];

type Tokens = ReadonlyMap<string, string>;
const tokensOf = (block: string): Tokens =>
  new Map(
    [...block.matchAll(/--(?:adm-color-|td-)([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = "", hex = ""]) => [
      name,
      hex,
    ]),
  );
const themes = [
  ["light", tokensOf(light)],
  ["dark", tokensOf(dark)],
] as const;

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(tokens: Tokens, one: string, other: string): number {
  const [a, b] = [one, other].map((name) => {
    const hex = tokens.get(name);
    if (hex === undefined) throw new Error(`no token ${name}`);
    return luminance(hex) + 0.05;
  }) as [number, number];
  return Math.max(a, b) / Math.min(a, b);
}

const texts: readonly [string, string, number, number][] = [
  ["text", "background", 18.0, 15.2],
  ["text", "page", 16.3, 17.1],
  ["text-secondary", "background", 8.4, 9.5],
  ["text-secondary", "page", 7.6, 10.8],
  ["weak", "background", 5.5, 6.4],
  ["weak", "page", 5.0, 7.2],
  ["primary", "background", 6.2, 6.7],
  ["primary", "wathet", 5.4, 5.7],
  ["on-primary", "primary", 6.2, 7.5],
  ["success", "background", 6.2, 8.3],
  ["success", "success-tint", 5.4, 7.1],
  ["warning", "background", 6.8, 10.6],
  ["warning", "warning-tint", 6.1, 9.0],
  ["danger", "background", 6.3, 7.4],
  ["danger", "danger-tint", 5.5, 6.9],
];
const graphics: readonly [string, string, number, number][] = [
  ["warning-fill", "background", 3.5, 7.3],
  ["light", "background", 3.6, 4.0],
];
const slots = [1, 2, 3, 4, 5, 6, 7, 8];

for (const [theme, tokens] of themes) {
  const column = theme === "light" ? 2 : 3;

  test(`every text can be read in the ${theme} theme, as measured when it was drawn`, () => {
    for (const row of texts) {
      const [one, other] = row;
      const measured = contrast(tokens, one, other);
      expect(measured, `${one} on ${other}`).toBeGreaterThanOrEqual(4.5);
      expect(measured, `${one} on ${other}`).toBeCloseTo(row[column], 0);
    }
  });

  test(`every shape can be seen in the ${theme} theme`, () => {
    for (const row of graphics) {
      const measured = contrast(tokens, row[0], row[1]);
      expect(measured, row[0]).toBeGreaterThanOrEqual(3);
      expect(measured, row[0]).toBeCloseTo(row[column], 0);
    }
  });

  test(`project colours stand out from card and page, and carry their text, in the ${theme} theme`, () => {
    for (const slot of slots) {
      expect(contrast(tokens, `slot-${slot}`, "background"), `slot ${slot}`).toBeGreaterThanOrEqual(3);
      expect(contrast(tokens, `slot-${slot}`, "page"), `slot ${slot}`).toBeGreaterThanOrEqual(3);
      expect(contrast(tokens, `on-slot-${slot}`, `slot-${slot}`), `slot ${slot}`).toBeGreaterThanOrEqual(4.5);
    }
  });
}
