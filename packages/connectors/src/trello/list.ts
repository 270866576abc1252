import type { RemoteState } from "../connector.ts";
import { readBody } from "../lenient.ts";
import type { TrelloApi } from "./api.ts";
import type { ListState, Settings } from "./setting.ts";
import { type List, Lists } from "./shape.ts";

const names: Readonly<Record<ListState, string>> = { todo: "待办", doing: "进行中", done: "已完成" };

/** The lists of a board as states, read once a session. */
export interface Board {
  /** The state a card in that list is in. */
  stateOf(listId: string): RemoteState;
  /** The lists that cards may be moved to, from left to right. */
  readonly open: readonly List[];
}

export type ReadBoard = (boardId: string) => Promise<Board>;

/** Reads boards whose lists stand for states: `todo`, `doing` and `done` where the settings say so, otherwise each for itself. */
export function createBoards(api: TrelloApi, { stateOfList }: Pick<Settings, "stateOfList">): ReadBoard {
  const boards = new Map<string, Promise<Board>>();
  const read = async (boardId: string) => {
    const query = { filter: "all", fields: "name,closed,pos" };
    const lists = readBody(await api.get(`/boards/${encodeURIComponent(boardId)}/lists`, query), Lists);
    return boardOf(lists, stateOfList);
  };
  return (boardId) => {
    const known = boards.get(boardId) ?? read(boardId);
    boards.set(boardId, known);
    known.catch(() => boards.delete(boardId));
    return known;
  };
}

function boardOf(lists: readonly List[], stateOfList: Settings["stateOfList"]): Board {
  const states = new Map(
    lists.map((list) => {
      const state = stateOfList.get(list.name.trim().toLowerCase());
      return [list.id, state === undefined ? { id: list.id, name: list.name } : { id: state, name: names[state] }];
    }),
  );
  const open = lists.filter((list) => list.closed !== true);
  return {
    stateOf: (listId) => states.get(listId) ?? { id: listId, name: "" },
    open: open.toSorted((a, b) => (a.pos ?? 0) - (b.pos ?? 0)),
  };
}
