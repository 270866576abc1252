import { expect, test } from "vitest";
import { openHouse } from "../testing.ts";
import { hookIn } from "../testing-hooks.ts";
import { demandAddress, demandPlainAddress } from "./address.ts";

test("an admin's own webhook may be http where private networks are allowed, a product's never", () => {
  const http = "http://10.0.0.8:8080/today";
  expect(demandAddress(http, "webhook", { allowsHttp: true }).host).toBe("10.0.0.8:8080");
  expect(() => demandAddress(http, "webhook")).toThrow("invalid-input");
  expect(() => demandAddress("http://hooks.zapier.com/hooks/catch/1/x", "zapier", { allowsHttp: true })).toThrow(
    "invalid-input",
  );
  expect(() => demandPlainAddress(http, "targetUrl")).toThrow("invalid-input");
});

test("an installation that allows private networks takes an http receiver, another does not", async () => {
  const url = "http://10.0.0.8:8080/today";
  const allowing = await openHouse({ env: { OUTGOING_PRIVATE: "allow" } });
  expect(await hookIn(allowing, { url })).toMatchObject({ host: "10.0.0.8:8080", state: "on" });
  await expect(hookIn(await openHouse(), { url })).rejects.toThrow("invalid-input");
});
