import { z } from "zod";
import { day, maybe, number, rows, text } from "../lenient.ts";

const account = z.union([z.string().min(1), z.object({ account: z.string().min(1) }).transform((one) => one.account)]);

export const Token = z.object({ token: z.string().regex(/^[\x21-\x7e]+$/) });
export const Cookie = z.object({ zentaosid: z.string().regex(/^[\w,-]+$/) });

const User = z.object({
  account: z.string().min(1),
  realname: maybe(z.string()),
  email: maybe(text),
  mobile: maybe(text),
  dingding: maybe(text),
});

export const Me = z.object({ profile: User });
export const Users = z.object({ users: rows(User) });

/** Where a list is: the page that came, which is not the one asked for beyond the end. */
export function Paged(name: string) {
  return z
    .object({
      page: number,
      total: number,
      limit: number,
      [name]: z.array(z.unknown()).transform((list) => list.length),
    })
    .transform((body) => ({
      page: body.page ?? 0,
      total: body.total ?? 0,
      limit: body.limit ?? 0,
      came: body[name] ?? 0,
    }));
}

export const Projects = z.object({
  projects: rows(
    z.object({
      id: text,
      name: z.string(),
      code: maybe(z.string()),
      status: maybe(z.string()),
      teamMembers: maybe(z.array(account)),
    }),
  ),
});

export const Executions = z.object({
  executions: rows(z.object({ id: text, status: maybe(z.string()) })),
});

export const Execution = z.object({
  teamMembers: z.array(z.object({ account: z.string(), realname: maybe(z.string()) })),
});

export const OneTask = z.object({
  id: text,
  project: text,
  execution: text,
  name: z.string(),
  desc: maybe(z.string()),
  status: z.string().min(1),
  mode: maybe(z.string()),
  team: maybe(z.union([z.array(account), z.record(z.string(), account).transform((team) => Object.values(team))])),
  consumed: number,
  left: number,
  openedBy: maybe(account),
  assignedTo: maybe(account),
  estStarted: maybe(day),
  realStarted: maybe(z.string()),
  deadline: maybe(day),
  lastEditedDate: maybe(z.string()),
  deleted: maybe(z.union([z.boolean(), z.stringbool(), z.number().transform((value) => value !== 0)])),
});

/** A task as every answer tells it, in either of the two formats of times and people. */
export type Task = z.output<typeof OneTask>;

export const Tasks = z.object({
  tasks: rows(OneTask.extend({ children: maybe(rows(OneTask)) })),
});
export const NewTask = z.object({ id: text });

const Effort = z.object({
  id: text,
  account: z.string(),
  work: maybe(z.string()),
  date: day,
  consumed: number,
  deleted: maybe(z.union([z.boolean(), z.stringbool(), z.number().transform((value) => value !== 0)])),
});

export type Effort = z.output<typeof Effort>;

/** No rows are an empty object. Every row must be read: one left out would be written twice. */
export const Efforts = z.object({
  effort: z.union([z.array(Effort), z.record(z.string(), Effort).transform((list) => Object.values(list))]),
});

export const Hook = z.object({ objectType: z.string(), objectID: text, comment: maybe(z.string()) });
