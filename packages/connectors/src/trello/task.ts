import type { WorkDate } from "@today/core/time/date";
import { instantAt } from "@today/core/time/zone";
import type { TaskDraft, TaskSink } from "../connector.ts";
import { ConnectorError } from "../error.ts";
import { readBody } from "../lenient.ts";
import { carries } from "../marker.ts";
import { cutNote } from "../note.ts";
import { written } from "../written.ts";
import type { TrelloApi } from "./api.ts";
import type { ReadBoard } from "./list.ts";
import { cardsAtOnce, readPage } from "./paging.ts";
import { Cards, NewCard } from "./shape.ts";

export const longestName = { most: 500, unit: "characters" } as const;
const noon = 12 * 60;

/** Cards of our own, known by the marker at the end of their description, in the list for what is to do or else the first. */
export function createTasks(api: TrelloApi, readBoard: ReadBoard, zone: string): TaskSink {
  return {
    find: async ({ projectId, marker }) => {
      const path = `/boards/${encodeURIComponent(projectId)}/cards/open`;
      const { items } = await readPage(
        api,
        { path, query: { fields: "name,desc,idList" }, cursor: null, size: cardsAtOnce },
        Cards,
      );
      const ours = items.filter((card) => carries(card.desc ?? "", marker));
      return ours.map((card) => ({ projectId, taskId: card.id }));
    },
    create: (draft) =>
      written(
        async () => {
          const board = await readBoard(draft.projectId);
          const list = board.open.find((one) => board.stateOf(one.id).id === "todo") ?? board.open[0];
          if (list === undefined) throw new ConnectorError({ kind: "invalid", code: "no-list", field: "project" });
          return cardOf(draft, list.id, zone);
        },
        async (card) => {
          const { id } = readBody(await api.send("POST", "/cards", card), NewCard);
          return { projectId: draft.projectId, taskId: id };
        },
      ),
  };
}

/** Days are noon in the company's zone, so that they are the same day for whoever looks. */
function cardOf(draft: TaskDraft, idList: string, zone: string): object {
  const noonOf = (date: WorkDate) => new Date(instantAt(date, noon, zone)).toISOString();
  return {
    idList,
    name: cutNote(draft.title, longestName),
    desc: `${draft.description}\n\n${draft.marker}`.trim(),
    ...(draft.assigneeId === null ? {} : { idMembers: [draft.assigneeId] }),
    ...(draft.startsOn === null ? {} : { start: noonOf(draft.startsOn) }),
    ...(draft.dueOn === null ? {} : { due: noonOf(draft.dueOn) }),
  };
}
