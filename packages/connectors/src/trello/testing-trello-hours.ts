import { type Call, plain, reply, unknown } from "./testing-trello-reply.ts";
import { type Card, type Comment, idOf, type World } from "./testing-trello-world.ts";

const longest = 16_384;

export function listComments(world: World, { sent }: Call, card: Card): Response {
  const before = String(sent.before ?? "~");
  const limit = Math.min(1000, Number(sent.limit ?? 50));
  const newest = world.comments.filter((one) => one.card === card.id && one.id < before).toReversed();
  return reply(newest.slice(0, limit).map(told));
}

export function writeComment(world: World, { sent, member }: Call, card: Card): Response {
  const text = String(sent.text ?? "");
  if (text.trim() === "" || text.length > longest) return plain(400, "invalid value for text");
  world.ids += 1;
  const comment = { id: idOf(world.ids), card: card.id, idMemberCreator: member, text };
  world.comments.push(comment);
  return reply(told(comment));
}

export function editComment(world: World, { sent, member }: Call, id: string): Response {
  const comment = world.comments.find((one) => one.id === id);
  if (comment === undefined) return unknown();
  if (comment.idMemberCreator !== member) return plain(401, "unauthorized permission requested");
  const text = String(sent.text ?? "");
  if (text.trim() === "" || text.length > longest) return plain(400, "invalid value for text");
  comment.text = text;
  return reply(told(comment));
}

export function deleteComment(world: World, { member }: Call, id: string): Response {
  const comment = world.comments.find((one) => one.id === id);
  if (comment === undefined) return unknown();
  if (comment.idMemberCreator !== member) return plain(401, "unauthorized permission requested");
  world.comments = world.comments.filter((one) => one !== comment);
  return reply({ _value: null });
}

/** Numbers travel as text; empty text clears. */
export function writeField(world: World, card: Card, sent: { field: string; value: unknown }): Response {
  const isKnown = world.customFields.some((one) => one.id === sent.field && one.idModel === card.idBoard);
  if (!isKnown) return unknown();
  const { number } = Object(sent.value);
  if (sent.value === "") card.fields.delete(sent.field);
  else if (typeof number === "string") card.fields.set(sent.field, number);
  else return plain(400, "Invalid custom field item value.");
  return reply({ id: sent.field });
}

function told({ id, idMemberCreator, text, card }: Comment) {
  return { id, type: "commentCard", idMemberCreator, data: { text, card: { id: card } } };
}
