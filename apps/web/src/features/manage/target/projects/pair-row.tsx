import { Icon } from "../../../../ui/icon.tsx";
import { ProjectMark } from "../../../../ui/project-mark.tsx";
import { Tag } from "../../../../ui/tag.tsx";
import { useLinkWords } from "../link-words.ts";
import type { Pair, RemoteProject } from "./pairs.ts";

interface PairRowProps {
  readonly pair: Pair;
  readonly isOpen: boolean;
  readonly isStriped: boolean;
  readonly onOpen: () => void;
}

/** A project of ours in the list, and where its hours go. */
export function PairRow({ pair: { project, remote }, isOpen, isStriped, onOpen }: PairRowProps) {
  const m = useLinkWords();
  return (
    <li className="link-item">
      <button type="button" className="link-row" aria-current={isOpen || undefined} onClick={onOpen}>
        <ProjectMark project={project} striped={isStriped} />
        <span className="link-row-body">
          <span className="link-row-text">
            <b>{project.name}</b>
            <span className="td-small td-second">{project.code}</span>
          </span>
          {remote === null ? (
            <span className="link-row-way">{m["link.choose"]}</span>
          ) : (
            <span className="link-row-there">
              <span>
                <span className="td-hidden">{m["link.goes"]} </span>
                <span aria-hidden="true">→ </span>
                {remote.name}
              </span>
              <Ability remote={remote} />
            </span>
          )}
        </span>
        <Icon name="right" />
      </button>
    </li>
  );
}

/** That a project of theirs is closed, or takes no hours; nothing for one that takes them. */
export function Ability({ remote: { closed, takesHours } }: { remote: RemoteProject }) {
  const m = useLinkWords();
  if (closed) return <Tag tone="todo">{m["link.closed"]}</Tag>;
  return takesHours ? null : <Tag tone="todo">{m["link.noHours"]}</Tag>;
}
