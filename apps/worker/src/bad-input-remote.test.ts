import { describe } from "vitest";
import { id, testRefused } from "./testing-bad-input.ts";

const one = `/api/targets/${id}`;
const put = `PUT ${one}/destinations/lang`;
const imported = `POST ${one}/imported-projects`;
const wish = { version: 0, remoteProject: "7" };

describe("what is there", () => {
  testRefused([
    ["a reading of another kind", "400 invalid-input", "lin", `POST ${one}/runs`, { kind: "write" }],
    ["a reading that is not JSON", "400 bad-json", "lin", `POST ${one}/runs`, "{"],
    ["a reading by somebody else", "403 forbidden", "he", `POST ${one}/runs`, { kind: "read" }],
    ["a reading of an unknown target", "404 not-found", "lin", `POST ${one}/runs`, { kind: "read" }],
    ["runs of an unknown target", "404 not-found", "lin", `GET ${one}/runs`],
    ["projects after no place", "404 not-found", "lin", `GET ${one}/projects?cursor=x`],
    ["projects linked perhaps", "400 invalid-input", "lin", `GET ${one}/projects?linked=perhaps`],
    ["tasks of an unknown target", "404 not-found", "lin", `GET ${one}/tasks`],
    ["people in no state", "400 invalid-input", "lin", `GET ${one}/people?state=lost`],
    ["people for somebody else", "403 forbidden", "he", `GET ${one}/people`],
    ["a destination without a version", "400 invalid-input", "lin", put, { remoteProject: "7" }],
    ["a destination that is nowhere", "400 invalid-input", "lin", put, { version: 0, remoteProject: "" }],
    ["a destination with more to it", "400 invalid-input", "lin", put, { ...wish, minutes: 1 }],
    ["a destination that is not JSON", "400 bad-json", "lin", put, "["],
    ["a destination at an unknown target", "404 not-found", "lin", put, wish],
    ["a destination by a manager", "403 forbidden", "wang", put, wish],
    ["taking away without a version", "400 invalid-input", "lin", `DELETE ${one}/destinations/lang?version=x`],
    ["taking in under an odd id", "400 invalid-input", "lin", imported, { id: "a b", remoteProject: "7" }],
    ["taking in what nobody knows", "404 not-found", "lin", imported, { id: "neu", remoteProject: "7" }],
    ["taking in by somebody else", "403 forbidden", "jin", imported, { id: "neu", remoteProject: "7" }],
    ["destinations of a project that is not mine", "404 not-found", "zhao", "GET /api/projects/shui/destinations"],
    ["destinations for a member", "403 forbidden", "zhao", "GET /api/projects/lang/destinations"],
    ["a delivery for nobody", "404 not-found", "lin", `POST /hooks/in/${id}`, {}],
  ]);
});
