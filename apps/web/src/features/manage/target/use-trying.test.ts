import { expect, test } from "vitest";
import type { TargetCheck } from "../../../api.ts";
import { ApiProblem } from "../../../problem.ts";
import type { SettingField } from "./setting-draft.ts";
import { faultOf, faultyField } from "./use-trying.ts";

const words = { zh: "", en: "" };
const field = (name: string, kind: SettingField["kind"]): SettingField => ({
  ...{ name, kind, label: words, help: words, required: true, choices: [] },
});
const [address, key] = [field("address", "address"), field("key", "secret")];
const form = [address, key];
const failed = (problem: string, at: string | null = null): TargetCheck => ({
  ...{ works: false, account: null, problems: [], offers: {}, problem, field: at },
});

test("a failed check is told at the field it names", () => {
  const told = { form, check: failed("setting-malformed", "address"), error: null };
  expect(faultOf(address, told)).toBe("setting-malformed");
  expect(faultOf(key, told)).toBe(null);
});

test("credentials that are not taken are the secret's, a page that is not the product's is the address's", () => {
  expect(faultyField({ form, check: failed("credentials") })).toBe("key");
  expect(faultyField({ form, check: failed("not-json") })).toBe("address");
  expect(faultyField({ form, check: failed("host-private") })).toBe("address");
});

test("what is nobody's field is told below", () => {
  expect(faultyField({ form, check: failed("timeout") })).toBe(null);
  expect(faultyField({ form, check: failed("wrong-person", "person") })).toBe(null);
});

test("a refusal is told at the settings it names", () => {
  const error = new ApiProblem("invalid-input", 400, undefined, [{ path: "settings.key", message: "setting-missing" }]);
  expect(faultOf(key, { form, check: null, error })).toBe("setting-missing");
  expect(faultOf(address, { form, check: null, error })).toBe(null);
});
