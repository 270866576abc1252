import { documentOf, textOfDocument } from "./adf.ts";
import type { Who } from "./shape.ts";

/** Where the two kinds of Jira speak differently about the same things. */
export interface Dialect {
  readonly isCloud: boolean;
  readonly root: string;
  idOf(who: Who): string | null;
  /** Text as a comment or description is sent. */
  written(text: string): unknown;
  /** The text of a comment or description. */
  read(value: unknown): string;
  /** An assignee as an issue is created with. */
  assignee(id: string): object;
}

/** REST v3: people by account id, texts as documents. */
export const cloud: Dialect = {
  isCloud: true,
  root: "/rest/api/3",
  idOf: (who) => who.accountId,
  written: documentOf,
  read: textOfDocument,
  assignee: (id) => ({ id }),
};

/** REST v2: people by login name, plain texts. */
export const dataCenter: Dialect = {
  isCloud: false,
  root: "/rest/api/2",
  idOf: (who) => who.name,
  written: (text) => text,
  read: (value) => (typeof value === "string" ? value : ""),
  assignee: (name) => ({ name }),
};
