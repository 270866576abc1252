import type { Check } from "../connector.ts";
import type { Choice } from "../form.ts";
import { readBody } from "../lenient.ts";
import { readActivities } from "./activity.ts";
import type { RedmineApi } from "./api.ts";
import { nameOf } from "./member.ts";
import type { Settings } from "./setting.ts";
import { CustomFields } from "./shape.ts";

/** Who the key belongs to, what it will not do, and what the form may offer. */
export async function checkRedmine(api: RedmineApi, settings: Settings): Promise<Check> {
  const account = await api.account();
  const isAdmin = account.admin === true;
  const activities = await readActivities(api);
  const fields = isAdmin ? await readMarkerFields(api) : null;
  const isChosen = (id: string, list: readonly { id: string }[]) => list.some((one) => one.id === id);

  const problems = [
    isAdmin ? null : "people-by-name-only",
    settings.naming === "switch" && !isAdmin ? "switch-needs-admin" : null,
    settings.activity === "" && activities.every((one) => !one.isDefault) ? "activity-missing" : null,
    settings.activity !== "" && !isChosen(settings.activity, activities) ? "activity-missing" : null,
    settings.markerField !== "" && fields !== null && !isChosen(settings.markerField, fields)
      ? "marker-field-missing"
      : null,
  ];
  return {
    account: { id: account.id, name: nameOf(account) },
    problems: problems.filter((problem) => problem !== null),
    offers: { activity: activities.map(choiceOf), ...(fields === null ? {} : { markerField: fields.map(choiceOf) }) },
  };
}

async function readMarkerFields(api: RedmineApi) {
  const { custom_fields: fields } = readBody(await api.get("/custom_fields.json"), CustomFields);
  return fields.filter((one) => one.customized_type === "time_entry" && (one.field_format ?? "string") === "string");
}

function choiceOf({ id, name }: { id: string; name: string }): Choice {
  return { value: id, label: { zh: name, en: name } };
}
