import { makeProject, type Project } from "@today/core/project";
import { Refusal } from "./error.ts";

/** The project if the core accepts it; else refuses `invalid-input` with the field it does not like. */
export function acceptedProject(project: Project): Project {
  const result = makeProject(project);
  if (result.ok) return result.value;
  const fields = new Map([
    ["mark-malformed", "mark"],
    ["short-name-too-long", "shortName"],
  ]);
  throw new Refusal("invalid-input", {
    fields: [{ path: fields.get(result.problem) ?? "name", message: result.problem }],
  });
}
