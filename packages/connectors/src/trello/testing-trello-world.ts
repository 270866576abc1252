export interface List {
  readonly id: string;
  readonly idBoard: string;
  readonly name: string;
  readonly pos: number;
  closed: boolean;
}

export interface Card {
  readonly id: string;
  readonly idBoard: string;
  idList: string;
  name: string;
  desc: string;
  idMembers: string[];
  start: string | null;
  due: string | null;
  dueComplete: boolean;
  closed: boolean;
  dateLastActivity: string;
  /** Values by the id of the field. */
  readonly fields: Map<string, string>;
}

export interface Comment {
  readonly id: string;
  readonly card: string;
  readonly idMemberCreator: string;
  text: string;
}

export interface World {
  readonly keys: Set<string>;
  /** Members by their tokens. */
  readonly tokens: Map<string, string>;
  readonly members: { readonly id: string; readonly fullName: string; readonly username: string }[];
  readonly boards: { readonly id: string; readonly name: string; readonly members: readonly string[] }[];
  readonly lists: List[];
  readonly cards: Card[];
  comments: Comment[];
  readonly customFields: {
    readonly id: string;
    readonly idModel: string;
    readonly name: string;
    readonly type: string;
  }[];
  ids: number;
}

export const key = "0123456789abcdef0123456789abcdef";
export const token = "ATTA0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdefXYZ";

/** Ids are 24 hex digits, of which the first eight are when it was made. */
export function idOf(number: number): string {
  return (0x66000000 + number).toString(16) + number.toString(16).padStart(16, "0");
}

const pusher = idOf(1);
const wang = idOf(2);
export const board = idOf(10);
export const field = idOf(30);
const names = ["待办", "进行中", "已完成", "搁置", "旧列表"];

export function createWorld(): World {
  const lists = names.map((name, at) => ({
    id: idOf(20 + at),
    idBoard: board,
    name,
    pos: (7 - at) % 7,
    closed: name === "旧列表",
  }));
  return {
    keys: new Set([key]),
    tokens: new Map([[token, pusher]]),
    members: [
      { id: pusher, fullName: "对接账号", username: "pusher" },
      { id: wang, fullName: "王芳", username: "wangfang" },
    ],
    boards: [
      { id: board, name: "滨江一号", members: [pusher, wang] },
      { id: idOf(11), name: "滨江二号", members: [pusher] },
      { id: idOf(12), name: "没有列表", members: [pusher] },
    ],
    lists: [...lists, { id: idOf(28), idBoard: idOf(11), name: "待办", pos: 1, closed: false }],
    cards: Array.from({ length: 450 }, (_, at) => cardOf(idOf(1000 + at), lists[at % 4]?.id ?? "")),
    comments: [],
    customFields: [
      { id: idOf(31), idModel: board, name: "工时合计", type: "text" },
      { id: field, idModel: board, name: "工时合计", type: "number" },
    ],
    ids: 10_000,
  };
}

export function cardOf(id: string, idList: string, facts: Partial<Card> = {}): Card {
  return {
    id,
    idBoard: board,
    idList,
    name: `卡片 ${id.slice(-4)}`,
    desc: "",
    idMembers: [],
    start: null,
    due: null,
    dueComplete: false,
    closed: false,
    dateLastActivity: "2026-09-12T10:00:00.000Z",
    fields: new Map(),
    ...facts,
  };
}
