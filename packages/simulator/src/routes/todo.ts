import { drawFrom, hexadecimal } from "../company/random.ts";
import type { ApiRoute, Ground } from "../wire/api.ts";
import type { Call } from "../wire/call.ts";
import { NewRefusal } from "../wire/refusal.ts";
import type { Todo } from "../world/message.ts";

const OPEN = { host: "new", token: "app", counted: true, scope: "Todo.Todo.Write" } as const;
const TASKS = "/v1.0/todo/users/:unionId/tasks";
const PAGE = 20;

/** 待办. Its ids are unionIds throughout: a userid is nobody here. */
export const todoRoutes: readonly ApiRoute[] = [
  {
    ...OPEN,
    method: "POST",
    path: TASKS,
    answer(call, ground) {
      const todo = todoFrom(call, ground);
      put(todo, "create", ground);
      return wire(todo, ground);
    },
  },
  {
    ...OPEN,
    method: "PUT",
    path: `${TASKS}/:taskId`,
    answer(call, ground) {
      const before = todoOf(call, ground, "Update");
      const { body } = call;
      const done = typeof body.done === "boolean" ? body.done : before.done;
      const now = ground.clock.now();
      put(
        {
          ...before,
          subject: textIn(body.subject) ?? before.subject,
          description: textIn(body.description) ?? before.description,
          dueTime: typeof body.dueTime === "number" ? body.dueTime : before.dueTime,
          executors: body.executorIds === undefined ? before.executors : peopleIn(body.executorIds, ground),
          participants: body.participantIds === undefined ? before.participants : peopleIn(body.participantIds, ground),
          done,
          finishedAt: done ? (before.finishedAt ?? now) : null,
          modifier: call.query.get("operatorId") ?? before.modifier,
          modifiedAt: now,
        },
        "update",
        ground,
      );
      return { result: true };
    },
  },
  {
    ...OPEN,
    method: "PUT",
    path: `${TASKS}/:taskId/executorStatus`,
    answer(call, ground) {
      const before = todoOf(call, ground, "Update");
      const states = Array.isArray(call.body.executorStatusList) ? call.body.executorStatusList.map(Object) : [];
      const kept = before.doneBy.filter((id) => !states.some((state) => state.id === id));
      const doneBy = [...kept, ...states.filter(({ isDone }) => isDone === true).map(({ id }) => String(id))];
      put({ ...before, doneBy, modifiedAt: ground.clock.now() }, "update", ground);
      return { result: true };
    },
  },
  {
    ...OPEN,
    method: "DELETE",
    path: `${TASKS}/:taskId`,
    answer(call, ground) {
      put({ ...todoOf(call, ground, "Delete"), isDeleted: true, modifiedAt: ground.clock.now() }, "delete", ground);
      return { result: true };
    },
  },
  {
    ...OPEN,
    method: "POST",
    path: "/v1.0/todo/users/:unionId/org/tasks/query",
    scope: "Todo.Todo.Read",
    answer({ params, body }, ground) {
      const [me = ""] = peopleIn([params.unionId], ground);
      const mine = ground.world.todos
        .filter(
          ({ isDeleted, executors, participants, creator }) =>
            !isDeleted && [...executors, ...participants, creator].includes(me),
        )
        .filter((todo) => typeof body.isDone !== "boolean" || isDoneFor(todo, me) === body.isDone);
      const from = Number(body.nextToken ?? 0) || 0;
      const todoCards = mine.slice(from, from + PAGE).map((todo) => card(todo, me, ground));
      return { nextToken: from + PAGE < mine.length ? String(from + PAGE) : null, todoCards };
    },
  },
];

function put(todo: Todo, word: "create" | "update" | "delete", { world, clock, tell, app }: Ground): void {
  world.apply({ kind: "todo", todo });
  if (!world.switches.todoEvents) return;
  const fields = { taskId: todo.id, bizTag: bizTag(app.appKey), unionIdList: todo.executors };
  tell({ type: `todo_task_${word}`, counted: true, bornAt: clock.now(), fields });
}

function todoFrom(call: Call, ground: Ground): Todo {
  const { body, params, query } = call;
  const { world, clock, seed } = ground;
  const subject = textIn(body.subject);
  if (subject === null) throw refused("Create", "subject is required");
  if (subject.length > 1024) throw refused("Create", "subject is oversize");
  const description = textIn(body.description) ?? "";
  if (description.length > 4096) throw refused("Create", "description is oversize");
  const { appUrl, pcUrl } = Object(body.detailUrl);
  if (!appUrl && !pcUrl) throw refused("Create", "detailUrl is required");
  const sourceId = textIn(body.sourceId);
  if (sourceId !== null && world.todos.some((todo) => todo.sourceId === sourceId))
    throw refused("Create", "task exist");
  const [owner = ""] = peopleIn([params.unionId], ground);
  const creator = textIn(body.creatorId) ?? query.get("operatorId") ?? owner;
  const now = clock.now();
  return {
    id: `task${hexadecimal(drawFrom(seed, world.todos.length, 16), 16)}`,
    owner,
    sourceId,
    subject,
    description,
    dueTime: typeof body.dueTime === "number" ? body.dueTime : null,
    executors: peopleIn(body.executorIds ?? [owner], ground),
    participants: peopleIn(body.participantIds ?? [], ground),
    detailUrl: { appUrl: String(appUrl ?? ""), pcUrl: String(pcUrl ?? "") },
    priority: Number(body.priority ?? 20),
    doneBy: [],
    done: false,
    finishedAt: null,
    creator,
    modifier: creator,
    createdAt: now,
    modifiedAt: now,
    isDeleted: false,
  };
}

function todoOf({ params }: Call, { world }: Ground, verb: "Update" | "Delete"): Todo {
  const todo = world.todos.find(({ id, isDeleted }) => id === params.taskId && !isDeleted);
  if (!todo) throw refused(verb, "task not exist");
  return todo;
}

function peopleIn(value: unknown, { world }: Ground): string[] {
  const ids = Array.isArray(value) ? value.map(String) : [];
  const stranger = ids.find((id) => !world.people().some(({ unionId }) => unionId === id));
  if (stranger !== undefined) throw refused("Create", `user not found: ${stranger}`);
  return ids;
}

function wire(todo: Todo, { app }: Ground): object {
  const { id, sourceId, subject, description, dueTime, executors, participants, detailUrl, createdAt, modifiedAt } =
    todo;
  return {
    id,
    sourceId,
    subject,
    description,
    startTime: createdAt,
    dueTime,
    finishTime: todo.finishedAt,
    done: todo.done,
    executorIds: executors,
    participantIds: participants,
    detailUrl,
    source: bizTag(app.appKey),
    bizTag: bizTag(app.appKey),
    creatorId: todo.creator,
    modifierId: todo.modifier,
    createdTime: createdAt,
    modifiedTime: modifiedAt,
    requestId: `REQ-${id}`,
  };
}

function card(todo: Todo, me: string, { app }: Ground): object {
  return {
    taskId: todo.id,
    subject: todo.subject,
    dueTime: todo.dueTime,
    detailUrl: todo.detailUrl,
    priority: todo.priority,
    createdTime: todo.createdAt,
    modifiedTime: todo.modifiedAt,
    creatorId: todo.creator,
    sourceId: todo.sourceId,
    bizTag: bizTag(app.appKey),
    isDone: isDoneFor(todo, me),
    todoType: "TODO",
  };
}

function isDoneFor({ done, doneBy }: Todo, me: string): boolean {
  return done || doneBy.includes(me);
}

function bizTag(appKey: string): string {
  return `isv_${appKey}`;
}

function textIn(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function refused(verb: "Create" | "Update" | "Delete", message: string): NewRefusal {
  return new NewRefusal(400, `todo.task${verb}.paramError`, message);
}
