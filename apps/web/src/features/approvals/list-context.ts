import type { ProjectsById } from "../../ui/project-mark.tsx";
import type { Item, Selection } from "./selection.ts";

/** What all cards of the page share. */
export interface ListContext {
  readonly projects: ProjectsById;
  readonly striped: ReadonlySet<string>;
  readonly today: string;
  readonly selection: Selection;
  /** The key of the one whose evidence is open. */
  readonly open: string | null;
  readonly canAnswer: boolean;
  readonly onToggle: (items: readonly Item[]) => void;
  readonly onOpen: (item: Item) => void;
  readonly onApprove: (items: readonly Item[]) => void;
  readonly onReturn: (items: readonly Item[]) => void;
}
