import type { RemoteState, StatusSink, TaskRef } from "../connector.ts";
import { ConnectorError } from "../error.ts";
import { readBody } from "../lenient.ts";
import { written } from "../written.ts";
import type { TrelloApi } from "./api.ts";
import type { Board, ReadBoard } from "./list.ts";
import { cardFields } from "./project.ts";
import { type Card, OneCard } from "./shape.ts";

/** States of cards: a card is put into one by moving it to a list of that state. */
export function createStatus(api: TrelloApi, readBoard: ReadBoard): StatusSink {
  const read = async (task: TaskRef) => {
    const card = readBody(await api.get(pathOf(task), { fields: cardFields }), OneCard);
    return { card, board: await readBoard(card.idBoard) };
  };
  return {
    choices: async (task) => {
      const { card, board } = await read(task);
      const states = [board.stateOf(card.idList), ...board.open.map((list) => board.stateOf(list.id))];
      return [...new Map(states.map((state): [string, RemoteState] => [state.id, state])).values()];
    },
    set: (task, stateId) =>
      written(
        async () => {
          const { card, board } = await read(task);
          return changeOf(card, board, stateId);
        },
        async (change) => {
          if (change === null) return task;
          const card = readBody(await api.send("PUT", pathOf(task), change), OneCard);
          if (card.idList !== change.idList) throw refusal("status-not-taken");
          return task;
        },
      ),
  };
}

interface Change {
  readonly idList: string;
  readonly dueComplete?: boolean;
}

/** What to write; null when nothing. The mark of completion goes with lists that the settings map, and is left alone elsewhere. */
function changeOf(card: Card, board: Board, stateId: string): Change | null {
  const isThere = board.stateOf(card.idList).id === stateId;
  const idList = isThere ? card.idList : board.open.find((list) => board.stateOf(list.id).id === stateId)?.id;
  if (idList === undefined) throw refusal("status-not-allowed");
  const isMapped = stateId !== idList;
  const isComplete = card.dueComplete === true;
  if (isThere && (!isMapped || isComplete === (stateId === "done"))) return null;
  return { idList, ...(isMapped ? { dueComplete: stateId === "done" } : {}) };
}

function pathOf({ taskId }: TaskRef): string {
  if (taskId === null) throw new ConnectorError({ kind: "invalid", code: "task-missing", field: "task" });
  return `/cards/${encodeURIComponent(taskId)}`;
}

function refusal(code: string) {
  return new ConnectorError({ kind: "permission", code, field: "state" });
}
