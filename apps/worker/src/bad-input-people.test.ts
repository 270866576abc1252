import { describe } from "vitest";
import { id, testRefused } from "./testing-bad-input.ts";

const token = { id, name: "Entra", source: "scim", days: 30 };
const own = (pattern: string) => ({ version: 0, rules: [{ kind: "own", pattern, as: "number" }] });
const one = { code: "PM", nameZh: "项目经理", nameEn: "PM", patterns: ["经理"] };

describe("accounts and positions", () => {
  testRefused([
    ["a token for no source", "400 invalid-input", "lin", "POST /api/scim-tokens", { ...token, source: "jira" }],
    ["a token without a name", "400 invalid-input", "lin", "POST /api/scim-tokens", { ...token, name: " " }],
    ["a token for no days", "400 invalid-input", "lin", "POST /api/scim-tokens", { ...token, days: 0 }],
    ["a token of nobody's making", "403 forbidden", "he", "POST /api/scim-tokens", token],
    ["a body that is not JSON", "400 bad-json", "lin", "POST /api/scim-tokens", "{"],
    ["an unknown token", "404 not-found", "lin", `DELETE /api/scim-tokens/${id}`],
    ["a strange state", "400 invalid-input", "he", "GET /api/accounts?state=odd"],
    ["a strange place in the list", "400 invalid-input", "he", "GET /api/accounts?cursor=x"],
    ["people after a strange place", "400 invalid-input", "he", "GET /api/positions/people?cursor=x"],
    ["an unknown account", "404 not-found", "he", "PUT /api/accounts/a/person", { person: "zhao" }],
    ["an account of a list", "400 invalid-input", "he", "PUT /api/accounts/a/person", { person: ["zhao"] }],
    ["an account of more", "400 invalid-input", "he", "PUT /api/accounts/a/person", { person: null, x: 1 }],
    ["rules that come twice", "422 account-rules-malformed", "lin", "PUT /api/account-rules", rules("email", "email")],
    ["a pattern without a group", "422 account-rules-malformed", "lin", "PUT /api/account-rules", own("abc")],
    ["a pattern that runs away", "422 account-rules-malformed", "lin", "PUT /api/account-rules", own("^(a+)+$")],
    ["a pattern that is none", "422 account-rules-malformed", "lin", "PUT /api/account-rules", own("(")],
    ["a rule nobody knows", "400 invalid-input", "lin", "PUT /api/account-rules", rules("face")],
    [
      "rules over another version",
      "409 version-conflict",
      "lin",
      "PUT /api/account-rules",
      { ...rules("user"), version: 3 },
    ],
    [
      "positions of one code",
      "422 positions-malformed",
      "he",
      "PUT /api/positions",
      { version: 0, positions: [one, one] },
    ],
    ["a position without a name", "400 invalid-input", "he", "PUT /api/positions", table({ nameZh: " " })],
    ["a code in small letters", "400 invalid-input", "he", "PUT /api/positions", table({ code: "pm" })],
    [
      "positions over another version",
      "409 version-conflict",
      "he",
      "PUT /api/positions",
      { ...table({}), version: 2 },
    ],
  ]);
});

function rules(...kinds: string[]): object {
  return { version: 0, rules: kinds.map((kind) => ({ kind })) };
}

function table(over: object): object {
  return { version: 0, positions: [{ ...one, ...over }] };
}
