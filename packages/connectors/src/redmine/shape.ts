import { z } from "zod";
import { day, instant, maybe, number, rows, text } from "../lenient.ts";

const Named = z.object({ id: text, name: z.string() });
const one = z.object({ id: text });

const User = z.object({
  id: text,
  firstname: maybe(z.string()),
  lastname: maybe(z.string()),
  login: maybe(z.string()),
  mail: maybe(z.string()),
  admin: maybe(z.boolean()),
});

/** A user as `/users.json` tells them; login and mail to administrators only. */
export type Account = z.output<typeof User>;

export const Current = z.object({ user: User });
export const Users = z.object({ users: rows(User) });

/** How long a list is altogether, and how much of it came. */
export function Counted(name: string) {
  return z
    .object({ total_count: number, [name]: z.array(z.unknown()).transform((list) => list.length) })
    .transform((body) => ({ total: body.total_count ?? 0, came: body[name] ?? 0 }));
}

export const Projects = z.object({
  projects: rows(
    z.object({
      id: text,
      name: z.string(),
      identifier: maybe(z.string()),
      status: maybe(number),
      enabled_modules: maybe(z.array(z.object({ name: z.string() }))),
    }),
  ),
});

export const OneProject = z.object({ project: z.object({ status: maybe(number) }) });

export const ProjectActivities = z.object({ project: z.object({ time_entry_activities: maybe(z.array(Named)) }) });

export const Activities = z.object({
  time_entry_activities: rows(Named.extend({ is_default: maybe(z.boolean()), active: maybe(z.boolean()) })),
});

const Membership = z.object({ user: maybe(Named), roles: maybe(z.array(one)) });

/** A person or, without a user, a group in a project. */
export type Member = z.output<typeof Membership>;

export const Memberships = z.object({ memberships: rows(Membership) });
export const OneRole = z.object({ role: z.object({ permissions: maybe(z.array(z.string())) }) });

export const CustomFields = z.object({
  custom_fields: rows(Named.extend({ customized_type: maybe(z.string()), field_format: maybe(z.string()) })),
});

const Issue = z.object({
  id: text,
  project: one,
  subject: z.string(),
  description: maybe(z.string()),
  status: Named.extend({ is_closed: maybe(z.boolean()) }),
  assigned_to: maybe(one),
  start_date: maybe(day),
  due_date: maybe(day),
  updated_on: maybe(instant),
  closed_on: maybe(instant),
});

export const Issues = z.object({ issues: rows(Issue) });
export const OneIssue = z.object({ issue: Issue.extend({ allowed_statuses: maybe(z.array(Named)) }) });
export const Statuses = z.object({ issue_statuses: rows(Named) });
export const NewIssue = z.object({ issue: one });

const TimeEntry = z.object({
  id: text,
  project: one,
  issue: maybe(one),
  user: one,
  hours: number,
  comments: z.string().nullish(),
  spent_on: day,
  custom_fields: z.array(z.object({ id: text, value: maybe(z.string()) })).nullish(),
});

export type TimeEntry = z.output<typeof TimeEntry>;

/** Every row must be read, and where the marker may be: one passed over would be written twice. */
export const TimeEntries = z.object({ time_entries: z.array(TimeEntry) });
export const OneTimeEntry = z.object({ time_entry: TimeEntry });
