import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Member, Project } from "../../api.ts";
import { problemSentence } from "../../message.ts";
import { useSession } from "../../session.ts";
import { Answered } from "../../ui/answered.tsx";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorLine } from "../../ui/error-line.tsx";
import { SearchField, usePinyin } from "../../ui/search-field.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { UndoBar } from "../../ui/undo-bar.tsx";
import { useUndoable } from "../../undoable.ts";
import { MemberRow } from "./member-row.tsx";
import { PersonFinder } from "./person-finder.tsx";
import { membersQuery, useChangeMember } from "./project-queries.ts";
import { searchMembers } from "./project-tally.ts";
import { useWords } from "./project-words.ts";

/** The people of a project; who may change it adds and removes them. */
export function ProjectMembers({ project }: { project: Project }) {
  const m = useWords();
  const members = useQuery(membersQuery(project.id));
  const change = useChangeMember(project.id);
  const { last, tell, forget } = useUndoable();
  const [isAdding, setAdding] = useState(false);
  const add = (personId: string, name: string) =>
    change.mutate(
      { put: { personId } },
      { onSuccess: () => tell(m["project.added"](name), () => change.mutate({ remove: personId })) },
    );
  const undoAdd = (personId: string) => {
    forget();
    change.mutate({ remove: personId });
  };
  const remove = (member: Member) =>
    change.mutate(
      { remove: member.person.id },
      {
        onSuccess: () => tell(m["project.removed"](member.person.name), () => change.mutate({ put: asInput(member) })),
      },
    );
  return (
    <div className="td-body project-body">
      {change.error && <ErrorLine tone="failure">{m["save.failedWhy"](problemSentence(m, change.error))}</ErrorLine>}
      {project.editable && (
        <Button block kind="tint" icon="plus" onClick={() => setAdding(true)}>
          {m["project.addMember"]}
        </Button>
      )}
      <Answered query={members} skeleton={[3.5, 3.5, 3.5, 3.5]}>
        {(all) => <MemberList members={all} onRemove={project.editable ? remove : null} />}
      </Answered>
      <Sheet isOpen={isAdding} title={m["project.addMember"]} onClose={() => setAdding(false)}>
        <PersonFinder taken={new Set(members.data?.map(({ person }) => person.id))} onAdd={add} onUndo={undoAdd} />
      </Sheet>
      {last && <UndoBar key={last.turn} text={last.text} onUndo={last.undo} onGone={forget} />}
    </div>
  );
}

function asInput({ person, ...rest }: Member) {
  return { ...rest, personId: person.id };
}

interface MemberListProps {
  readonly members: readonly Member[];
  /** Null for those who may only read. */
  readonly onRemove: ((member: Member) => void) | null;
}

const fewMembers = 8;

function MemberList({ members, onRemove }: MemberListProps) {
  const m = useWords();
  const me = useSession()?.person.id;
  const [query, setQuery] = useState("");
  const found = searchMembers(members, query, usePinyin(query));
  if (members.length === 0) return <EmptyState>{m["project.noMembers"]}</EmptyState>;
  return (
    <section className="td-card" aria-label={m["project.members"]}>
      {members.length > fewMembers && (
        <SearchField label={m["project.memberSearch"]} value={query} onChange={setQuery} />
      )}
      {found.length === 0 && <p className="project-none">{m["project.noSuchMember"]}</p>}
      <ul className="project-people">
        {found.map((member) => (
          <MemberRow key={member.person.id} member={member} onRemove={member.person.id === me ? null : onRemove} />
        ))}
      </ul>
    </section>
  );
}
