import { describe } from "vitest";
import { id, testRefused } from "./testing-bad-input.ts";

const settings = { address: "https://pm.example.com", key: "4f1c0ffee" };
const wish = { id, kind: "redmine", name: "R", settings };
const one = `/api/targets/${id}`;
const post = "POST /api/targets";

describe("targets", () => {
  testRefused([
    ["a product that nobody knows", "400 invalid-input", "lin", post, { ...wish, kind: "abacus" }],
    ["a product without a name", "400 invalid-input", "lin", post, { ...wish, name: " " }],
    ["an id that is none", "400 invalid-input", "lin", post, { ...wish, id: "1" }],
    ["settings that are a list", "400 invalid-input", "lin", post, { ...wish, settings: [] }],
    ["a setting that is a number", "400 invalid-input", "lin", post, { ...wish, settings: { address: 1 } }],
    ["a setting that is too long", "400 invalid-input", "lin", post, over({ key: "x".repeat(2001) })],
    ["a setting that is not asked for", "400 invalid-input", "lin", post, over({ extra: "x" })],
    ["a key that would break a header", "400 invalid-input", "lin", post, over({ key: "a\r\nx: y" })],
    ["an address with credentials in it", "400 invalid-input", "lin", post, over({ address: "https://a:b@pm.cn" })],
    ["an address of a file", "400 invalid-input", "lin", post, over({ address: "file:///etc/passwd" })],
    ["rounding that nobody knows", "400 invalid-input", "lin", post, { ...wish, rounding: "up-7" }],
    ["a state that nobody knows", "400 invalid-input", "lin", post, { ...wish, states: { dancing: "1" } }],
    ["a day that is none", "400 invalid-input", "lin", post, { ...wish, startsOn: "2026-02-30" }],
    ["one that is on at once", "400 invalid-input", "lin", post, { ...wish, state: "on" }],
    ["a body that is not JSON", "400 bad-json", "lin", post, "{"],
    ["a product of somebody else's making", "403 forbidden", "he", post, wish],
    ["a change without a version", "400 invalid-input", "lin", `PATCH ${one}`, { name: "x" }],
    ["a change into nothing", "400 invalid-input", "lin", `PATCH ${one}`, { version: 1, state: "removed" }],
    ["a change of the product", "400 invalid-input", "lin", `PATCH ${one}`, { version: 1, kind: "zentao" }],
    ["a change of what is not there", "404 not-found", "lin", `PATCH ${one}`, { version: 1, name: "x" }],
    ["worklogs of a month that is none", "400 invalid-input", "lin", `GET ${one}/worklogs?month=2026-13`],
    ["worklogs in no state", "400 invalid-input", "lin", `GET ${one}/worklogs?state=gone`],
    ["worklogs after no place", "400 invalid-input", "lin", `GET ${one}/worklogs?cursor=x`],
    ["worklogs of an unknown target", "404 not-found", "lin", `GET ${one}/worklogs`],
    ["an unknown target", "404 not-found", "lin", `GET ${one}`],
    ["parting with an unknown one", "404 not-found", "lin", `DELETE ${one}`],
    ["a check of an unknown one", "404 not-found", "lin", `POST ${one}/checks`],
    ["a check of nothing", "400 invalid-input", "lin", "POST /api/target-checks", { kind: "redmine" }],
    ["a check of an abacus", "400 invalid-input", "lin", "POST /api/target-checks", { kind: "abacus", settings: {} }],
    ["a check by somebody else", "403 forbidden", "jin", "POST /api/target-checks", { kind: "redmine", settings: {} }],
  ]);
});

function over(more: object): object {
  return { ...wish, settings: { ...settings, ...more } };
}
