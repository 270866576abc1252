import { z } from "zod";
import { instant, maybe, number, text } from "../lenient.ts";

const id = z.string().min(1);

export const Member = z.object({ id, fullName: maybe(z.string()), username: maybe(z.string()) });
export const Members = z.array(Member);

export const Boards = z.array(z.object({ id, name: z.string(), closed: maybe(z.boolean()) }));

const List = z.object({ id, name: z.string(), closed: maybe(z.boolean()), pos: maybe(number) });

export type List = z.output<typeof List>;

export const Lists = z.array(List);

const Card = z.object({
  id,
  idList: id,
  name: z.string(),
  desc: maybe(z.string()),
  idMembers: maybe(z.array(z.string())),
  start: maybe(instant),
  due: maybe(instant),
  dueComplete: maybe(z.boolean()),
  closed: maybe(z.boolean()),
  dateLastActivity: maybe(instant),
});

export type Card = z.output<typeof Card>;

export const Cards = z.array(Card);
export const OneCard = Card.extend({ idBoard: id });
export const NewCard = z.object({ id });

/** Every row must be read: one left out would be written twice. */
export const Comments = z.array(
  z.object({ id, idMemberCreator: maybe(z.string()), data: z.object({ text: z.string() }) }),
);
export const NewComment = z.object({ id, data: z.object({ text: z.string() }) });

export const Fields = z.array(z.object({ id, name: z.string(), type: z.string() }));

export const Hook = z.object({
  action: z.object({
    id: text,
    type: z.string(),
    data: z.object({
      text: maybe(z.string()),
      action: maybe(z.object({ text: maybe(z.string()) })),
      board: maybe(z.object({ id })),
      card: maybe(z.object({ id })),
    }),
  }),
});
