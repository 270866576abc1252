import { type Call, formatted, raw, reply, trace } from "./testing-zentao-reply.ts";
import { nowLocal, type Row, type Task, today, type World } from "./testing-zentao-world.ts";

export function listRows(world: World, id: number): Response {
  if (world.tasks.every((task) => task.id !== id)) return reply({ error: "404 Not found" }, 404);
  const rows = world.rows.filter((row) => row.task === id).toReversed();
  return reply({ effort: rows.length === 0 ? {} : rows.map((row) => told(row, id)) });
}

function told(row: Row, id: number) {
  return { ...row, objectType: "task", objectID: id, begin: "0000", end: "0000", extra: null, deleted: "0" };
}

/** Posts rows. What is refused is answered like what is written; two at once lose one of the totals. */
export async function postRows(world: World, call: Call, id: number): Promise<Response> {
  const task = world.tasks.find((one) => one.id === id);
  if (task === undefined) return trace();
  const body = call.body ?? {};
  const days = world.isNewer ? body.date : body.dates;
  if (days === undefined) return reply(formatted(world, task));
  if (![days, body.consumed, body.work].every(Array.isArray)) return trace();
  const rows = listOf(days).map((date, at) => ({
    date: String(date),
    consumed: Number(listOf(body.consumed)[at]),
    left: Number(listOf(body.left)[at] ?? 0),
    work: String(listOf(body.work)[at] ?? ""),
  }));
  const isRefused = rows.some((row) => row.date > today || !(row.consumed > 0) || (world.isNewer && row.work === ""));
  const isOutside = task.mode !== "" && !task.team.includes(call.account);
  if (isRefused && world.isNewer) return reply({ error: { consumed: ["…"] } }, 400);
  if (isRefused || isOutside) return reply(formatted(world, task));
  for (const row of rows) await addRow(world, { task, account: call.account, row });
  return reply(formatted(world, task));
}

async function addRow(
  world: World,
  add: { task: Task; account: string; row: Omit<Row, "id" | "task" | "account"> },
): Promise<void> {
  const { task, account, row } = add;
  const before = task.consumed;
  await Promise.resolve();
  const newest = world.rows.filter((one) => one.task === task.id).map((one) => one.date);
  world.counts.ids += 1;
  world.rows.push({ id: world.counts.ids, task: task.id, account, ...row, work: stored(row.work) });
  task.consumed = before + row.consumed;
  if (newest.some((date) => date > row.date)) return;
  task.left = row.left;
  move(task, account, row.left);
}

/** What hours do to a task: nothing left finishes it, anything left opens it again for whoever wrote them. */
function move(task: Task, account: string, left: number): void {
  const isOver = ["done", "cancel", "closed"].includes(task.status);
  if (left === 0 && !isOver) {
    Object.assign(task, { status: "done", finishedBy: account, assignedTo: task.openedBy });
  } else if (left > 0 && task.status !== "doing") {
    Object.assign(task, { status: "doing", assignedTo: account, finishedBy: null });
    task.realStarted ??= nowLocal;
  }
}

function stored(work: string): string {
  const plain = work.replace(/[\u{10000}-\u{10ffff}]/gu, "????");
  return plain.replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** The pages' own actions, which let anybody change anybody's row but want a form, a cookie and a referrer of the same host. */
export function pageAction(
  world: World,
  call: Call,
  sent: { form: URLSearchParams; referer: string | null },
): Response {
  const names = world.isNewer
    ? ["editEffort", "deleteWorkhour", "effortID"]
    : ["editEstimate", "deleteEstimate", "estimateID"];
  const [change, remove, idName = ""] = names;
  const action = call.query.get("f");
  const row = world.rows.find((one) => one.id === Number(call.query.get(idName)));
  const task = world.tasks.find((one) => one.id === row?.task);
  if (row === undefined || task === undefined) return reply({ status: "success", data: "{}" });
  if (action === change && call.method === "POST" && sent.referer?.startsWith("https://pm.example.com/")) {
    task.consumed += Number(sent.form.get("consumed")) - row.consumed;
    row.date = sent.form.get("date") ?? row.date;
    row.consumed = Number(sent.form.get("consumed"));
    row.left = task.left = Number(sent.form.get("left"));
    row.work = stored(sent.form.get("work") ?? "");
  }
  if (action === remove && call.query.get("confirm") === "yes") {
    task.consumed -= row.consumed;
    world.rows = world.rows.filter((one) => one !== row);
  }
  return reply({ status: "success", data: "{}" });
}

export function step(world: World, call: Call, at: { id: number; name: string }): Response {
  const task = world.tasks.find((one) => one.id === at.id);
  if (task === undefined) return reply({ error: "404 Not found" }, 404);
  const body = call.body ?? {};
  const fail = () => reply({ error: { status: ["…"] } }, 400);
  const consumed = Number(body.consumed ?? 0);
  if (at.name === "start" || at.name === "restart") {
    if (body.left === undefined || consumed < task.consumed || task.status === "doing") return fail();
    if (at.name === "start" && task.status !== "wait") return fail();
    if (consumed > task.consumed) bookToday(world, call, { task, hours: consumed - task.consumed });
    Object.assign(task, { status: Number(body.left) === 0 ? "done" : "doing", left: Number(body.left) });
  } else if (at.name === "pause") {
    if (task.status === "doing") task.status = "pause";
  } else if (at.name === "finish") {
    const hours = Number(body.currentConsumed ?? 0);
    if (body.finishedDate === undefined || task.consumed + hours === 0) return fail();
    if (hours > 0) bookToday(world, call, { task, hours });
    Object.assign(task, { status: "done", left: 0, finishedBy: call.account });
    return reply(formatted(world, task));
  } else if (at.name === "close") {
    const isSent = Object.keys(body).length > 0;
    if (isSent && ["done", "cancel"].includes(task.status))
      Object.assign(task, { status: "closed", assignedTo: "closed" });
  } else if (at.name === "active") {
    Object.assign(task, { status: "doing", left: Number(body.left ?? 0), finishedBy: null });
  } else if (at.name === "assignto") {
    Object.assign(task, { assignedTo: String(body.assignedTo), left: Number(body.left ?? 0) });
  }
  return reply(raw(task));
}

function bookToday(world: World, call: Call, { task, hours }: { task: Task; hours: number }): void {
  world.counts.ids += 1;
  world.rows.push({
    id: world.counts.ids,
    task: task.id,
    account: call.account,
    date: today,
    consumed: hours,
    left: 0,
    work: "",
  });
  task.consumed += hours;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
