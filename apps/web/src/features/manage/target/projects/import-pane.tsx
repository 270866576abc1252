import { useState } from "react";
import type { PersonBrief } from "../../../../api.ts";
import { linkApi } from "../../../../api-target-link.ts";
import { useOnline } from "../../../../online.ts";
import { newId } from "../../../../phone-world.ts";
import { hashOf } from "../../../../route.ts";
import { Button } from "../../../../ui/button.tsx";
import { Icon } from "../../../../ui/icon.tsx";
import { PersonSearch } from "../../accounts/person-search.tsx";
import { MutationState } from "../../mutation-state.tsx";
import { useLinkWords, whyNotLinked } from "../link-words.ts";
import type { RemoteProject } from "./pairs.ts";
import { useLinkChange } from "./queries.ts";
import "../../accounts/accounts.css";

/** A project of ours that was just made of one of theirs. */
export interface Imported {
  readonly id: string;
  readonly name: string;
}

interface ImportPaneProps {
  readonly target: string;
  readonly remote: RemoteProject;
  readonly onDone: (imported: Imported) => void;
}

const mostManagers = 20;

/** Makes a project of ours of one of theirs, with managers if they are known already. */
export function ImportPane({ target, remote, onDone }: ImportPaneProps) {
  const m = useLinkWords();
  const isOnline = useOnline();
  const [id] = useState(newId);
  const [managers, setManagers] = useState<readonly PersonBrief[]>([]);
  const change = useLinkChange();
  const isHeld = !isOnline || change.isPending;
  const make = () =>
    change.mutate(async () => {
      const input = { id, remoteProject: remote.id, managers: managers.map((one) => one.id) };
      const { project } = await linkApi.importProject(target, input);
      onDone({ id: project.id, name: project.name });
    });
  const without = (person: PersonBrief) => managers.filter((one) => one.id !== person.id);
  return (
    <div className="form">
      <p className="td-small td-second">{m["link.import.what"]}</p>
      <div className="link-choices">
        <h3 className="td-small td-second">{m["link.import.managers"]}</h3>
        <Managers managers={managers} onDrop={(person) => setManagers(without(person))} />
        {managers.length < mostManagers && (
          <PersonSearch
            key={managers.length}
            isHeld={isHeld}
            onChoose={(person) => setManagers([...without(person), person])}
          />
        )}
      </div>
      <MutationState {...change} why={(error) => whyNotLinked(m, error)} />
      {!isOnline && <p className="td-small form-fault">{m["link.offline"]}</p>}
      <Button block kind="primary" disabled={isHeld} onClick={make}>
        {m["link.import"]}
      </Button>
    </div>
  );
}

interface ManagersProps {
  readonly managers: readonly PersonBrief[];
  readonly onDrop: (person: PersonBrief) => void;
}

function Managers({ managers, onDrop }: ManagersProps) {
  const m = useLinkWords();
  if (managers.length === 0) return null;
  return (
    <ul className="link-managers">
      {managers.map((person) => (
        <li key={person.id}>
          <button type="button" className="link-manager" onClick={() => onDrop(person)}>
            <span aria-hidden="true">{person.name}</span>
            <span className="td-hidden">{m["link.import.drop"](person.name)}</span>
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Says that a project was made, with the way to it. */
export function Imported({ id, name }: Imported) {
  const m = useLinkWords();
  return (
    <p className="link-imported" role="status">
      <Icon name="check-circle" />
      <span>{m["link.import.done"](name)}</span>
      <a href={hashOf("team", "projects", id)}>{m["link.import.open"]}</a>
    </p>
  );
}
