import { describe } from "vitest";
import { type Row, testRefused } from "./testing-bad-input.ts";

const path = "/api/targets/redmine/mapping";
const rule = { of: "task", to: "title", from: "{title}", table: null, optional: false };

const rows: readonly Row[] = [
  ["a mapping of an unknown target", "404 not-found", "lin", `PUT ${path}`, { version: 0, rules: [rule] }],
  ["a mapping without rules", "400 invalid-input", "lin", `PUT ${path}`, { version: 0 }],
  ["a mapping of no version", "400 invalid-input", "lin", `PUT ${path}`, { version: -1, rules: [rule] }],
  [
    "a rule with a word too many",
    "400 invalid-input",
    "lin",
    `PUT ${path}`,
    { version: 0, rules: [{ ...rule, x: 1 }] },
  ],
  [
    "a rule of something else",
    "400 invalid-input",
    "lin",
    `PUT ${path}`,
    { version: 0, rules: [{ ...rule, of: "x" }] },
  ],
  [
    "a template without an end",
    "400 invalid-input",
    "lin",
    `PUT ${path}`,
    { version: 0, rules: [{ ...rule, from: "x".repeat(2001) }] },
  ],
  ["forty-one rules", "400 invalid-input", "lin", `PUT ${path}`, { version: 0, rules: Array(41).fill(rule) }],
  ["a mapping by who is no admin", "403 forbidden", "he", `PUT ${path}`, { version: 0, rules: [rule] }],
  ["a version that is none", "400 invalid-input", "lin", `POST ${path}/rollbacks`, { version: 1, to: "first" }],
  ["a preview of no day", "400 invalid-input", "lin", `POST ${path}/previews`, { rules: [rule], date: "2026-02-30" }],
  ["a cursor that is no version", "400 invalid-input", "lin", `GET ${path}/versions?cursor=x`],
];

describe("mappings that are not as they must be", () => testRefused(rows));
