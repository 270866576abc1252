import { type Call, empty, invalid, paged, type Reply } from "./testing-redmine-reply.ts";
import { activities, type Entry, markerField, roleOf, today, type World } from "./testing-redmine-world.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Known filters only; any other name, and `cf_N` of a field that is not there, is ignored. */
export function listEntries(world: World, { query, user }: Call): Reply {
  const wanted = (name: string, value: number | null) => {
    const asked = query.get(name);
    return (
      asked === null || asked.split("|").some((one) => one === String(value) || (one === "me" && value === user?.id))
    );
  };
  const marker = query.get(`cf_${markerField.id}`);
  const rows = world.entries.filter(
    (entry) =>
      wanted("user_id", entry.user) &&
      wanted("project_id", entry.project) &&
      wanted("issue_id", entry.issue) &&
      isIn(query.get("spent_on"), entry.spentOn) &&
      entry.spentOn >= (query.get("from") ?? "") &&
      entry.spentOn <= (query.get("to") ?? "9999-12-31") &&
      (marker === null || entry.fields.some((field) => field.value === marker)),
  );
  // Nobody sees nothing, and that with status 200.
  return paged("time_entries", user === null ? [] : rows.map((entry) => shown(world, entry)), query);
}

export function createEntry(world: World, { body, user }: Call): Reply {
  if (user === null) return empty(401);
  const fields = fieldsOf(body.time_entry);
  const issue = world.issues.find((one) => one.id === Number(fields.issue_id));
  const project = world.projects.find((one) => one.id === (issue?.project ?? fields.project_id));
  if (project === undefined) return invalid(fields.issue_id === undefined ? ["Project is invalid"] : missingIssue);
  // A closed project takes all rights away: its issues are not found, it itself is forbidden.
  if (project.status !== 1) return issue === undefined ? empty(403) : invalid(["User is invalid", "Issue is invalid"]);
  const person = Number(fields.user_id ?? user.id);
  const isAllowed = person === user.id || (world.setup.key !== "plain" && project.members.includes(person));
  const isThere = world.users.some((one) => one.id === person && !one.locked && roleOf(one) < 3);
  if (!isAllowed || !isThere) return invalid(["User is invalid"]);
  const activity = activityOf(world, project.activities, fields);
  if (activity === null) return invalid(["Activity cannot be blank"]);
  const flaws = flawsOf(fields);
  if (flaws.length > 0) return invalid(flaws);
  const entry: Entry = {
    ...{ id: world.nextId++, project: project.id, issue: issue?.id ?? null, user: person, activity },
    ...{ hours: 0, comments: "", spentOn: today, fields: [] },
  };
  world.entries.push(entry);
  change(entry, fields);
  return { status: 201, body: { time_entry: shown(world, entry) } };
}

export function oneEntry(world: World, call: Call, id: number): Reply {
  const at = world.entries.findIndex((one) => one.id === id);
  const entry = world.entries[at];
  if (call.user === null) return empty(401);
  if (entry === undefined) return empty(404);
  if (call.method === "GET") return { status: 200, body: { time_entry: shown(world, entry) } };
  const isClosed = world.projects.some((one) => one.id === entry.project && one.status !== 1);
  if (isClosed || (world.setup.key === "plain" && entry.user !== call.user.id)) return empty(403);
  if (call.method === "DELETE") {
    world.entries.splice(at, 1);
    return empty(204);
  }
  const fields = fieldsOf(call.body.time_entry);
  const flaws = flawsOf({ hours: entry.hours, ...fields });
  if (flaws.length > 0) return invalid(flaws);
  change(entry, fields);
  return empty(204);
}

const missingIssue = ["Issue is invalid", "Project cannot be blank", "Activity cannot be blank"];

function change(entry: Entry, fields: Fields): void {
  if (fields.hours !== undefined) entry.hours = Number(fields.hours);
  if (fields.activity_id !== undefined) entry.activity = Number(fields.activity_id);
  if (fields.comments !== undefined) entry.comments = String(fields.comments);
  if (fields.spent_on !== undefined) entry.spentOn = String(fields.spent_on);
  const given = Array.isArray(fields.custom_fields) ? fields.custom_fields.map(fieldsOf) : [];
  // An unknown id is dropped in silence.
  for (const { id, value } of given) if (id === markerField.id) entry.fields = [{ id, value: String(value) }];
}

function flawsOf(fields: Fields): string[] {
  const hours = Number(fields.hours);
  return [
    ...(fields.hours === undefined ? ["Hours cannot be blank"] : []),
    ...(hours < 0 || Number.isNaN(hours) ? ["Hours is invalid"] : []),
    ...([...String(fields.comments ?? "")].length > 1024 ? ["Comment is too long (maximum is 1024 characters)"] : []),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(String(fields.spent_on ?? today))
      ? []
      : ["Date is invalid", "Date cannot be blank"]),
  ];
}

function activityOf(
  world: World,
  own: readonly { id: number }[] | null,
  { activity_id: asked }: Fields,
): number | null {
  if (asked === undefined) return own === null && world.setup.defaultActivity ? 9 : null;
  return (own ?? activities).find((one) => one.id === asked)?.id ?? null;
}

function shown(world: World, entry: Entry) {
  const user = world.users.find((one) => one.id === entry.user);
  return {
    id: entry.id,
    project: { id: entry.project, name: `项目${entry.project}` },
    ...(entry.issue === null ? {} : { issue: { id: entry.issue } }),
    user: { id: entry.user, name: `${user?.firstname} ${user?.lastname}` },
    activity: { id: entry.activity, name: "" },
    // Kept with more digits than are shown.
    hours: Math.round(entry.hours * 100) / 100,
    comments: entry.comments,
    spent_on: entry.spentOn,
    custom_fields: entry.fields.map((field) => ({ ...field, name: markerField.name })),
  };
}

function isIn(asked: string | null, date: string): boolean {
  if (asked === null) return true;
  const [from = "", to = ""] = asked.startsWith("><") ? asked.slice(2).split("|") : [asked, asked];
  return from <= date && date <= to;
}

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
