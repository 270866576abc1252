import { describe } from "vitest";
import { id, testRefused } from "./testing-bad-input.ts";

const pushes = `POST /api/targets/${id}/pushes`;
const retries = `POST /api/targets/${id}/retries`;

describe("hours on their way out", () => {
  testRefused([
    ["sending to nobody", "404 not-found", "lin", pushes],
    ["sending by somebody else", "403 forbidden", "he", pushes],
    ["again what nobody knows", "404 not-found", "lin", retries, { all: true }],
    ["again by somebody else", "403 forbidden", "jin", retries, { all: true }],
    ["again nothing", "400 invalid-input", "lin", retries, {}],
    ["again no keys", "400 invalid-input", "lin", retries, { keys: [] }],
    ["again all and some", "400 invalid-input", "lin", retries, { all: true, keys: ["a"] }],
    ["again what is no key", "400 invalid-input", "lin", retries, { keys: [1] }],
    ["a body that is not JSON", "400 bad-json", "lin", retries, "{"],
  ]);
});
