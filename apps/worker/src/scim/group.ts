import type { AccountGroup } from "@today/db/account-group";
import { z } from "zod";
import { ScimError } from "./error.ts";
import type { Shape } from "./path.ts";
import { metaOf } from "./user.ts";

export const groupSchema = "urn:ietf:params:scim:schemas:core:2.0:Group";

const mostMembers = 20_000;

const Group = z.object({
  displayName: z.string().trim().min(1).max(256),
  externalId: z
    .string()
    .max(256)
    .nullish()
    .transform((id) => (id === null || id === "" ? undefined : id)),
  members: z
    .array(z.object({ value: z.string().min(1).max(64) }))
    .max(mostMembers)
    .nullish()
    .transform((members) => [...new Set((members ?? []).map(({ value }) => value))].sort()),
});

/** A group as a directory tells of it, its members by id. */
export type ScimGroup = z.output<typeof Group>;

/** The attributes of a group that a change may reach. */
export const groupShape: Shape = { displayName: "one", externalId: "one", members: { several: ["value"] } };

/** Reads a group; refuses `invalidValue` and names the attributes that are not as they must be. */
export function readGroupBody(body: unknown): ScimGroup {
  const read = Group.safeParse(body);
  if (read.success) return read.data;
  throw new ScimError(400, "invalidValue", read.error.issues.map(({ path }) => path.join(".")).join(", "));
}

/** A stored group as changes look at it. */
export function groupDraft({ displayName, externalId, members }: AccountGroup): object {
  return { displayName, ...(externalId === null ? {} : { externalId }), members: members.map((value) => ({ value })) };
}

/** A group as a directory gets it back. */
export function groupView(group: AccountGroup, base: string): object {
  const members = group.members.map((value) => ({ value, type: "User", $ref: `${base}/Users/${value}` }));
  return {
    schemas: [groupSchema],
    id: group.id,
    ...{ ...groupDraft(group), members },
    meta: metaOf(group, { type: "Group", location: `${base}/Groups/${group.id}` }),
  };
}
