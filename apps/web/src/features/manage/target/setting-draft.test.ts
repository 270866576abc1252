import { expect, test } from "vitest";
import {
  changedSettings,
  checkedPart,
  choicesOf,
  isElsewhere,
  missingFields,
  type SettingField,
  shownFields,
} from "./setting-draft.ts";

const words = { zh: "", en: "" };
const field = (name: string, kind: SettingField["kind"], more: Partial<SettingField> = {}): SettingField => ({
  ...{ name, kind, label: words, help: words, required: false, choices: [], ...more },
});
const option = (value: string) => ({ value, label: words });

const address = field("address", "address", { required: true });
const key = field("key", "secret", { required: true });
const naming = field("naming", "choice", { choices: [option("user"), option("switch")] });
const activity = field("activity", "choice");
const form = [address, key, naming, activity];
const kept = { address: "https://pm.example.com", naming: "user" };

test("a choice has its own list, else what the product offers", () => {
  expect(choicesOf(naming, { naming: [option("9")] }).map(({ value }) => value)).toEqual(["user", "switch"]);
  expect(choicesOf(activity, { activity: [option("9")] }).map(({ value }) => value)).toEqual(["9"]);
  expect(choicesOf(activity, {})).toEqual([]);
  expect(choicesOf(address, { address: [option("9")] })).toEqual([]);
});

test("what only the product can offer is asked for after it was asked", () => {
  expect(shownFields(form, false)).toEqual([address, key, naming]);
  expect(shownFields(form, true)).toEqual(form);
});

test("what is required and empty is missing, a kept secret is not", () => {
  expect(missingFields(form, { address: "  " }, [])).toEqual(["address", "key"]);
  expect(missingFields(form, { address: "https://pm.example.com" }, ["key"])).toEqual([]);
});

test("only what was changed is sent; an untouched secret never, an emptied choice as empty", () => {
  expect(changedSettings(form, kept, kept)).toEqual({});
  expect(changedSettings(form, kept, { ...kept, key: "", activity: "" })).toEqual({});
  expect(changedSettings(form, kept, { ...kept, key: " new " })).toEqual({ key: "new" });
  expect(changedSettings(form, kept, { ...kept, naming: "" })).toEqual({ naming: "" });
});

test("another address wants the secrets again, another choice does not", () => {
  expect(isElsewhere(form, kept, { ...kept, naming: "switch" })).toBe(false);
  expect(isElsewhere(form, kept, { ...kept, address: "https://other.example.com" })).toBe(true);
});

test("a check holds until something else than a choice is changed", () => {
  const draft = { address: "https://pm.example.com", key: "a" };
  expect(checkedPart(form, { ...draft, activity: "9" })).toBe(checkedPart(form, draft));
  expect(checkedPart(form, { ...draft, key: "b" })).not.toBe(checkedPart(form, draft));
});
