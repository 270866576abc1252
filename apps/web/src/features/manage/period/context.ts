import type { Session } from "../../../api.ts";
import type { ProjectsById } from "../../../ui/project-mark.tsx";
import type { Saving } from "../../../ui/save-state.tsx";
import type { Row } from "./check.ts";
import type { Mends } from "./mending.ts";

/** What can be opened over a line: the offered punch or one at another time, an explanation, a project, a reason to return, or the day behind it. */
export type Way = "punch" | "time" | "note" | "project" | "return" | "evidence";

/** Lines and what is being done with them. */
export interface Doing {
  readonly way: Way;
  readonly rows: readonly Row[];
}

/** What every line of the checks needs to know. */
export interface ListContext {
  readonly me: Session["person"];
  /** HR and online; others only look. */
  readonly isHr: boolean;
  readonly canAct: boolean;
  readonly projects: ProjectsById;
  readonly mends: Mends;
  readonly leaving: ReadonlySet<string>;
  /** The check whose lines were answered last, and how that is being saved. */
  readonly answered: Row["kind"] | null;
  readonly saving: Saving | null;
  readonly onDo: (doing: Doing) => void;
  readonly onApprove: (rows: readonly Row[]) => void;
  readonly onEndGrace: (row: Row) => void;
  readonly onChangeGrace: (row: Row) => void;
}
