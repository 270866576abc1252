import { describe } from "vitest";
import { id, testRefused } from "./testing-bad-input.ts";

const hook = {
  ...{ id, kind: "webhook", name: "平台", url: "https://hooks.example.com/x" },
  ...{ events: ["workday.settled"], projectId: null },
};

describe("hooks", () => {
  testRefused([
    ["an address without TLS", "400 invalid-input", "lin", "POST /api/hooks", { ...hook, url: "http://a.example.com" }],
    [
      "an address with a password",
      "400 invalid-input",
      "lin",
      "POST /api/hooks",
      { ...hook, url: "https://a:b@c.cn/" },
    ],
    ["no address", "400 invalid-input", "lin", "POST /api/hooks", { ...hook, url: "hooks" }],
    ["Zapier elsewhere", "400 invalid-input", "lin", "POST /api/hooks", { ...hook, kind: "zapier" }],
    ["IFTTT elsewhere", "400 invalid-input", "lin", "POST /api/hooks", { ...hook, kind: "ifttt" }],
    ["no events", "400 invalid-input", "lin", "POST /api/hooks", { ...hook, events: [] }],
    ["a strange event", "400 invalid-input", "lin", "POST /api/hooks", { ...hook, events: ["rate.changed"] }],
    [
      "an event twice",
      "400 invalid-input",
      "lin",
      "POST /api/hooks",
      { ...hook, events: ["period.closed", "period.closed"] },
    ],
    ["a project that is not there", "404 not-found", "lin", "POST /api/hooks", { ...hook, projectId: "none" }],
    ["a hook of nobody's making", "403 forbidden", "he", "POST /api/hooks", hook],
    ["a body that is not JSON", "400 bad-json", "lin", "POST /api/hooks", "{"],
    ["a hook that is not there", "404 not-found", "lin", `PATCH /api/hooks/${id}`, { version: 1 }],
    ["a state nobody sets", "400 invalid-input", "lin", `PATCH /api/hooks/${id}`, { version: 1, state: "gone" }],
    ["a secret of none", "404 not-found", "lin", `POST /api/hooks/${id}/secrets`],
    ["a replay of everything", "400 invalid-input", "lin", `POST /api/hooks/${id}/replays`, {}],
    ["a replay since some day", "400 invalid-input", "lin", `POST /api/hooks/${id}/replays`, { since: "2026-09-16" }],
    ["deliveries after a strange place", "400 invalid-input", "lin", `GET /api/hooks/${id}/deliveries?cursor=x`],
    ["deliveries of a strange state", "400 invalid-input", "lin", `GET /api/hooks/${id}/deliveries?state=odd`],
  ]);
});
