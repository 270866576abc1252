import { expect, test } from "vitest";
import { loginAddress } from "./sign-in-address.ts";

test("who signs in comes back to the page they were on", () => {
  expect(loginAddress("#/team?date=2026-09-17")).toBe("/api/login?returnTo=%2Fteam%3Fdate%3D2026-09-17");
});

test.each(["", "#", "#today", "#/a b", "#https://evil.test"])("%s is no page to come back to", (hash) => {
  expect(loginAddress(hash)).toBe("/api/login");
});
