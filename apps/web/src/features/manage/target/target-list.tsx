import { useQuery } from "@tanstack/react-query";
import type { Target } from "../../../api.ts";
import { useOnline } from "../../../online.ts";
import { goTo, hashOf } from "../../../route.ts";
import { Answered } from "../../../ui/answered.tsx";
import { Button } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { targetsQuery } from "./queries.ts";
import { TargetCard } from "./target-card.tsx";
import { useWords } from "./words.ts";

/** Everything that is connected, and the two doors for programs. */
export function TargetList() {
  const m = useWords();
  const query = useQuery(targetsQuery);
  return (
    <>
      <div className="td-head target-head">
        <h1 className="manage-title">{m["target.title"]}</h1>
        <p className="td-small td-second">{m["target.intro"]}</p>
      </div>
      <div className="td-body target-list">
        <Answered query={query} skeleton={[6.5, 6.5]}>
          {({ targets }) => <Connected targets={targets} />}
        </Answered>
        <nav className="td-card target-rows" aria-label={m["target.more"]}>
          {(["hooks", "keys"] as const).map((part) => (
            <a key={part} className="target-row" href={hashOf("manage", "target", part)}>
              <span className="target-row-text">
                <b>{m[`target.part.${part}`]}</b>
                <span className="td-small td-second">{m[`target.part.${part}.what`]}</span>
              </span>
              <Icon name="right" />
            </a>
          ))}
        </nav>
      </div>
    </>
  );
}

function Connected({ targets }: { targets: readonly Target[] }) {
  const m = useWords();
  const isOnline = useOnline();
  const open = () => goTo(hashOf("manage", "target", "new"));
  if (targets.length === 0) {
    const add = (
      <Button kind="primary" icon="plus" disabled={!isOnline} onClick={open}>
        {m["target.add"]}
      </Button>
    );
    return <EmptyState action={add}>{m["target.none"]}</EmptyState>;
  }
  return (
    <>
      <ul className="target-cards">
        {targets.map((target) => (
          <li key={target.id}>
            <TargetCard target={target} />
          </li>
        ))}
      </ul>
      <Button block kind="tint" icon="plus" disabled={!isOnline} onClick={open}>
        {m["target.add"]}
      </Button>
    </>
  );
}
