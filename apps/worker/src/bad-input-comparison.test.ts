import { describe } from "vitest";
import { id, testRefused } from "./testing-bad-input.ts";

const show = `GET /api/targets/${id}/comparison`;
const compare = `POST /api/targets/${id}/comparisons`;
const mend = `POST /api/targets/${id}/mends`;
const month = "2026-09";

describe("hours that are read back", () => {
  testRefused([
    ["no month", "400 invalid-input", "lin", show],
    ["a month that is none", "400 invalid-input", "lin", `${show}?month=2026-13`],
    ["a cursor of another list", "400 invalid-input", "lin", `${show}?month=${month}&cursor=a`],
    ["a month of an unknown target", "404 not-found", "jin", `${show}?month=${month}`],
    ["a month for somebody else", "403 forbidden", "wang", `${show}?month=${month}`],
    ["reading back nothing", "400 invalid-input", "lin", compare, {}],
    ["reading back a day", "400 invalid-input", "lin", compare, { month: "2026-09-14" }],
    ["reading back from nobody", "404 not-found", "lin", compare, { month }],
    ["reading back by finance", "403 forbidden", "jin", compare, { month }],
    ["mending nothing", "400 invalid-input", "lin", mend, { month }],
    ["mending no keys", "400 invalid-input", "lin", mend, { month, keys: [] }],
    ["mending all and some", "400 invalid-input", "lin", mend, { month, keys: ["a"], all: true }],
    ["mending without a month", "400 invalid-input", "lin", mend, { all: true }],
    ["mending at nobody's", "404 not-found", "lin", mend, { month, all: true }],
    ["mending by hr", "403 forbidden", "he", mend, { month, all: true }],
    ["a body that is not JSON", "400 bad-json", "lin", mend, "{"],
  ]);
});
