import { describe } from "vitest";
import { id, testRefused } from "./testing-bad-input.ts";

const key = { id, name: "Zapier", scopes: ["projects:read"], days: 30 };

describe("keys of other programs", () => {
  testRefused([
    ["a key without a scope", "400 invalid-input", "lin", "POST /api/api-keys", { ...key, scopes: [] }],
    ["a scope nobody knows", "400 invalid-input", "lin", "POST /api/api-keys", { ...key, scopes: ["money:read"] }],
    [
      "a scope twice",
      "400 invalid-input",
      "lin",
      "POST /api/api-keys",
      { ...key, scopes: ["people:read", "people:read"] },
    ],
    ["a key without a name", "400 invalid-input", "lin", "POST /api/api-keys", { ...key, name: " " }],
    ["a key for no days", "400 invalid-input", "lin", "POST /api/api-keys", { ...key, days: 0 }],
    ["a key of nobody's making", "403 forbidden", "he", "POST /api/api-keys", key],
    ["a body that is not JSON", "400 bad-json", "lin", "POST /api/api-keys", "{"],
    ["an unknown key", "404 not-found", "lin", `DELETE /api/api-keys/${id}`],
    ["a door without a key", "401 key-missing", "lin", "GET /v1/me"],
  ]);
});
