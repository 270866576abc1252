import { z } from "zod";
import type { RemoteProject } from "../connector.ts";
import { readBody, rows } from "../lenient.ts";
import { countOf, type Page } from "../page.ts";
import type { Jira } from "./api.ts";
import { Counted, Project } from "./shape.ts";
import { nextCount } from "./task.ts";

const pageSize = 50;

/** Projects that the account may see: counted pages in Cloud, all at once in Data Center. */
export async function listProjects(jira: Jira, cursor: string | null): Promise<Page<RemoteProject>> {
  const { values, next } = await (jira.dialect.isCloud ? readPage(jira, countOf(cursor, 0)) : readAll(jira));
  if (next === null) await jira.account();
  return { items: readBody(values, rows(Project)).map(projectOf), next };
}

const ProjectPage = Counted.extend({ values: z.array(z.unknown()) });

async function readPage(jira: Jira, startAt: number) {
  const query = { startAt: String(startAt), maxResults: String(pageSize), orderBy: "key", status: "live" };
  const page = readBody((await jira.call({ path: "/project/search", query })).body, ProjectPage);
  return { values: page.values, next: nextCount(page, { asked: startAt, count: page.values.length }) };
}

async function readAll(jira: Jira) {
  const { body } = await jira.call({ path: "/project" });
  return { values: readBody(body, z.array(z.unknown())), next: null };
}

function projectOf({ id, name, key, archived }: z.output<typeof Project>): RemoteProject {
  const closed = archived === true;
  return { id, name, code: key, closed, takesHours: !closed };
}
