import { hoursOf } from "../amount.ts";
import type { TaskRef } from "../connector.ts";
import { ConnectorError } from "../error.ts";
import { readBody } from "../lenient.ts";
import type { TrelloApi } from "./api.ts";
import { hoursIn, isOurs } from "./comment.ts";
import { readComments } from "./paging.ts";
import { Fields } from "./shape.ts";

/** Writes a card's hours altogether. It never fails: the comments are the record, and the next hours write it again. */
export type Total = (task: TaskRef) => Promise<void>;

/** The total in the board's number field of that name; boards without one have none. With no name nothing is written. */
export function createTotal(api: TrelloApi, fieldName: string): Total {
  const fields = new Map<string, Promise<string | null>>();
  const fieldOf = (boardId: string) => {
    const known = fields.get(boardId) ?? readField(api, boardId, fieldName);
    fields.set(boardId, known);
    return known;
  };
  return async ({ projectId, taskId }) => {
    if (fieldName === "" || taskId === null) return;
    try {
      const field = await fieldOf(projectId);
      if (field !== null) await writeTotal(api, taskId, field);
    } catch (error) {
      if (!(error instanceof ConnectorError)) throw error;
    }
  };
}

async function readField(api: TrelloApi, boardId: string, fieldName: string): Promise<string | null> {
  const fields = readBody(await api.get(`/boards/${encodeURIComponent(boardId)}/customFields`), Fields);
  return fields.find((one) => one.type === "number" && one.name.trim() === fieldName)?.id ?? null;
}

async function writeTotal(api: TrelloApi, taskId: string, field: string): Promise<void> {
  const card = `/cards/${encodeURIComponent(taskId)}`;
  const texts = (await readComments(api, card)).map((one) => one.data.text);
  const minutes = texts.filter(isOurs).reduce((sum, text) => sum + (hoursIn(text)?.minutes ?? 0), 0);
  // Numbers travel as text, and empty text clears the field.
  const value = minutes === 0 ? "" : { number: String(hoursOf(minutes)) };
  await api.send("PUT", `${card}/customField/${encodeURIComponent(field)}/item`, { value });
}
