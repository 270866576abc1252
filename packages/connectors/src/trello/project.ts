import type { Instant } from "@today/core/time/minutes";
import { workDateOf } from "@today/core/time/zone";
import type { RemotePerson, RemoteProject, RemoteTask, TaskQuery } from "../connector.ts";
import { readBody } from "../lenient.ts";
import { countOf, type Page } from "../page.ts";
import type { TrelloApi } from "./api.ts";
import type { Board, ReadBoard } from "./list.ts";
import { cardsAtOnce, readPage } from "./paging.ts";
import { Boards, type Card, Cards, Members } from "./shape.ts";

export const cardFields = "name,desc,idBoard,idList,idMembers,due,start,dueComplete,closed,dateLastActivity";

/** The boards of the token's owner, which Trello gives as a whole. */
export async function listBoards(api: TrelloApi): Promise<Page<RemoteProject>> {
  const boards = readBody(await api.get("/members/me/boards", { filter: "open", fields: "name,closed" }), Boards);
  const items = boards.map(({ id, name, closed }) => {
    return { id, name, code: null, closed: closed === true, takesHours: closed !== true };
  });
  return { items, next: null };
}

/** The cards of a board that are not archived, newest first. */
export function createCards(api: TrelloApi, readBoard: ReadBoard, zone: string) {
  return async (boardId: string, { since, cursor }: TaskQuery): Promise<Page<RemoteTask>> => {
    const path = `/boards/${encodeURIComponent(boardId)}/cards/open`;
    const { items, next } = await readPage(
      api,
      { path, query: { fields: cardFields }, cursor, size: cardsAtOnce },
      Cards,
    );
    const board = await readBoard(boardId);
    const isNew = ({ dateLastActivity: at }: Card) => since === null || at === null || at >= since;
    return { items: items.filter(isNew).map((card) => taskOf(card, { boardId, board, zone })), next };
  };
}

/** The people of a board, by name only; with null those of one board after the other, so that somebody may come twice. */
export async function listMembers(
  api: TrelloApi,
  boardId: string | null,
  cursor: string | null,
): Promise<Page<RemotePerson>> {
  if (boardId !== null) return { items: await readMembers(api, boardId), next: null };
  const at = countOf(cursor, 0);
  const { items: boards } = await listBoards(api);
  const board = boards[at];
  const items = board === undefined ? [] : await readMembers(api, board.id);
  return { items, next: at + 1 < boards.length ? String(at + 1) : null };
}

async function readMembers(api: TrelloApi, boardId: string): Promise<RemotePerson[]> {
  const path = `/boards/${encodeURIComponent(boardId)}/members`;
  return readBody(await api.get(path, { fields: "fullName,username" }), Members).map(({ id, fullName, username }) => {
    return { id, name: fullName ?? username ?? id, active: true, login: username, keys: [] };
  });
}

function taskOf(card: Card, at: { boardId: string; board: Board; zone: string }): RemoteTask {
  const state = at.board.stateOf(card.idList);
  const dayOf = (instant: Instant | null) => (instant === null ? null : workDateOf(instant, at.zone));
  return {
    id: card.id,
    projectId: at.boardId,
    title: card.name,
    state,
    closed: card.closed === true || card.dueComplete === true || state.id === "done",
    assigneeId: card.idMembers?.[0] ?? null,
    startsOn: dayOf(card.start),
    dueOn: dayOf(card.due),
    updatedAt: card.dateLastActivity,
  };
}
