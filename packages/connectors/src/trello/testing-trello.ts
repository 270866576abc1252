import type { Town } from "../testing-town.ts";
import { deleteComment, editComment, listComments, writeComment, writeField } from "./testing-trello-hours.ts";
import { type Call, limits, plain, reply, unknown } from "./testing-trello-reply.ts";
import { board, cardOf, createWorld, idOf, key, token, type World } from "./testing-trello-world.ts";

/** Trello in memory, as its REST reference describes it. */
export function openTrello(more: Town["settings"] = {}): Town & { readonly world: World } {
  const world = createWorld();
  const given = world.cards.length;
  return {
    world,
    settings: { key, token, ...more },
    projects: world.boards.length,
    tasks: world.cards.length,
    task: { projectId: board, taskId: world.cards[40]?.id ?? "" },
    person: world.members[1]?.id ?? "",
    errorBodies: [{ error: "API_TOKEN_LIMIT_EXCEEDED", message: "Rate limit exceeded" }, { message: "unknown" }],
    fetch: (request) => answer(world, request),
    held: () =>
      world.comments.map(({ text }) => {
        const [, date = "", person = "", hours] = /^⏱ (\S+) · (.*?) · ([\d.]+)h/.exec(text) ?? [];
        return { date, person, minutes: Math.round(Number(hours) * 60), text };
      }),
    book: ({ text }) => {
      world.ids += 1;
      const creator = text.includes("[wk:") ? 0 : 1;
      const comment = { id: idOf(world.ids), card: world.cards[40]?.id ?? "", text };
      world.comments.push({ ...comment, idMemberCreator: world.members[creator]?.id ?? "" });
    },
    made: () =>
      world.cards.slice(given).map(({ name, desc, start, due, idMembers }) => ({
        title: name,
        description: desc,
        startsOn: start?.slice(0, 10) ?? null,
        dueOn: due?.slice(0, 10) ?? null,
        assigneeId: idMembers[0] ?? null,
      })),
    revoke: () => world.tokens.clear(),
  };
}

async function answer(world: World, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const member = callerOf(world, request.headers);
  const response =
    member === null
      ? plain(401, "invalid token")
      : url.origin === "https://api.trello.com" && url.pathname.startsWith("/1/")
        ? route(world, await callOf(request, url, member), url.pathname.slice(3).split("/"))
        : plain(404, "Cannot GET");
  for (const [name, value] of limits) response.headers.set(name, value);
  return response;
}

function callerOf(world: World, headers: Headers): string | null {
  const header = headers.get("authorization") ?? "";
  const [, givenKey = "", givenToken = ""] =
    /^OAuth oauth_consumer_key="([^"]*)", oauth_token="([^"]*)"$/.exec(header) ?? [];
  return world.keys.has(givenKey) ? (world.tokens.get(givenToken) ?? null) : null;
}

/** What is sent may stand in the body or in the address. */
async function callOf(request: Request, url: URL, member: string): Promise<Call> {
  const text = await request.text();
  const body: unknown = text === "" ? {} : JSON.parse(text);
  return { method: request.method, member, sent: { ...Object.fromEntries(url.searchParams), ...Object(body) } };
}

function route(world: World, call: Call, path: readonly string[]): Response {
  const [kind = "", id = "", sub = "", fourth = "", last = ""] = path;
  if (kind === "members" && id === "me") {
    if (sub === "boards") return reply(world.boards.map(({ id, name }) => ({ id, name, closed: false })));
    return reply(world.members.find((one) => one.id === call.member) ?? {});
  }
  if (kind === "cards" && id === "") return createCard(world, call);
  if (!/^[0-9a-f]{24}$/.test(id)) return plain(400, "invalid id");
  if (kind === "boards") return readBoard(world, call, { id, sub });
  if (kind === "actions") return call.method === "PUT" ? editComment(world, call, id) : deleteComment(world, call, id);
  const card = world.cards.find((one) => one.id === id);
  if (kind !== "cards" || card === undefined) return unknown();
  if (sub === "customField" && last === "item")
    return writeField(world, card, { field: fourth, value: call.sent.value });
  if (sub === "actions")
    return fourth === "comments" ? writeComment(world, call, card) : listComments(world, call, card);
  if (call.method === "PUT") {
    if (call.sent.idList !== undefined) {
      const list = world.lists.find((one) => one.id === call.sent.idList);
      if (list === undefined) return plain(400, "invalid value for idList");
      card.idList = list.id;
    }
    if (typeof call.sent.dueComplete === "boolean") card.dueComplete = call.sent.dueComplete;
  }
  return reply({ ...card, fields: undefined });
}

function readBoard(world: World, call: Call, { id, sub }: { id: string; sub: string }): Response {
  const found = world.boards.find((one) => one.id === id);
  if (found === undefined) return unknown();
  if (sub === "lists")
    return reply(world.lists.filter((one) => one.idBoard === id && (!one.closed || call.sent.filter === "all")));
  if (sub === "members") return reply(world.members.filter((one) => found.members.includes(one.id)));
  if (sub === "customFields") return reply(world.customFields.filter((one) => one.idModel === id));
  if (sub !== "cards") return reply(found);
  const open = world.cards.filter((one) => one.idBoard === id && !one.closed).toReversed();
  const before = String(call.sent.before ?? "~");
  const page = open.filter((one) => one.id < before).slice(0, Math.min(1000, Number(call.sent.limit ?? 1000)));
  return reply(page.map((one) => ({ ...one, fields: undefined })));
}

function createCard(world: World, { sent }: Call): Response {
  const list = world.lists.find((one) => one.id === sent.idList);
  if (list === undefined) return plain(400, "invalid value for idList");
  world.ids += 1;
  const card = cardOf(idOf(world.ids), list.id, {
    idBoard: list.idBoard,
    name: String(sent.name ?? ""),
    desc: String(sent.desc ?? ""),
    start: typeof sent.start === "string" ? sent.start : null,
    due: typeof sent.due === "string" ? sent.due : null,
    idMembers: Array.isArray(sent.idMembers) ? sent.idMembers.map(String) : [],
  });
  world.cards.push(card);
  return reply({ ...card, fields: undefined });
}
