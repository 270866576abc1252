import { duration } from "../../format.ts";
import type { ProjectsById } from "../../ui/project-mark.tsx";
import { ReasonSheet } from "./reason-sheet.tsx";
import { ConflictSheet, LeaveSheet, PartMenu, ProjectSheet } from "./sheets.tsx";
import type { Editor } from "./use-editor.ts";
import { nameOf, useWords } from "./words.ts";

/** Whatever the editor is asking at the moment. */
export function EditorSheets({ editor, projects }: { editor: Editor; projects: ProjectsById }) {
  const m = useWords();
  const { asking, day, parts, told } = editor;
  const part = asking.menuPart;
  const bookable = told.bookable.flatMap((id) => projects.get(id) ?? []);
  const title = part === undefined ? "" : `${nameOf(m, projects.get(part.project ?? ""))} ${duration(part.minutes)}`;
  return (
    <>
      <PartMenu acts={asking.menu} title={title} onClose={asking.close} />
      <ProjectSheet question={asking.question} projects={bookable} onClose={asking.close} />
      <LeaveSheet
        isOpen={editor.leaving}
        onSave={editor.isWhole ? editor.save : null}
        onDiscard={editor.discard}
        onClose={editor.stay}
      />
      <ReasonSheet editor={editor} />
      <ConflictSheet
        current={editor.conflict}
        mine={{ line: day.line, parts }}
        projects={projects}
        onTake={editor.resolve}
        onClose={editor.decideLater}
      />
    </>
  );
}
