import { type InfiniteData, type UseQueryResult, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { AccountEntry, RemotePeople } from "../../../../api.ts";
import { hashOf } from "../../../../route.ts";
import { useSettled } from "../../../../settled.ts";
import { Answered } from "../../../../ui/answered.tsx";
import { Button } from "../../../../ui/button.tsx";
import { EmptyState } from "../../../../ui/empty-state.tsx";
import { Icon } from "../../../../ui/icon.tsx";
import { SearchField } from "../../../../ui/search-field.tsx";
import { UndoBar } from "../../../../ui/undo-bar.tsx";
import { AccountPane } from "../../accounts/account-pane.tsx";
import { AccountRow } from "../../accounts/account-row.tsx";
import { firstState } from "../../accounts/account-text.ts";
import { StateTiles } from "../../accounts/state-tiles.tsx";
import { useAccountActs } from "../../accounts/use-account-acts.ts";
import { useWords as useAccountWords, whyNot } from "../../accounts/words.ts";
import { MutationState } from "../../mutation-state.tsx";
import { Panes } from "../../pane.tsx";
import { useLinkWords } from "../link-words.ts";
import type { PartProps } from "../part.ts";
import { targetQuery } from "../queries.ts";
import { ReadingLine } from "../reading-line.tsx";
import { remotePeopleQuery } from "./queries.ts";
import "../../accounts/accounts.css";
import "../../people/people.css";
import "../link.css";

/** 人员对应, `#/manage/target/{id}/people`: who their people are here, those that wait for somebody first; one opens to be told. */
export function PeoplePart({ target }: PartProps) {
  const a = useAccountWords();
  const [chosen, setChosen] = useState<AccountEntry["state"] | null>(null);
  const [typed, setTyped] = useState("");
  const [opened, setOpened] = useState<AccountEntry | null>(null);
  const q = useSettled(typed.trim()) || undefined;
  const all = useInfiniteQuery(remotePeopleQuery(target, {}));
  const counts = all.data?.pages[0]?.counts;
  const state = chosen ?? (counts === undefined ? undefined : firstState(counts));
  const query = useInfiniteQuery({ ...remotePeopleQuery(target, { state, q }), enabled: state !== undefined });
  const acts = useAccountActs(() => setOpened(null));
  const shown = (state === undefined ? all : query) as UseQueryResult<InfiniteData<RemotePeople>>;
  const total = counts && Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <div className="link-reading-place">
        <ReadingLine target={target} />
      </div>
      <Panes
        pane={opened && { title: opened.userName, body: <AccountPane key={opened.id} account={opened} acts={acts} /> }}
        idle={a["account.idle"]}
        onClose={() => setOpened(null)}
      >
        <div className="td-body">
          <Intro target={target} />
          {counts && state && total !== 0 && <StateTiles counts={counts} state={state} onChange={setChosen} />}
          {total !== 0 && (
            <div className="people-search">
              <SearchField label={a["account.search"]} value={typed} onChange={setTyped} />
            </div>
          )}
          <MutationState {...acts.change} why={(error) => whyNot(a, error)} />
          <Answered query={shown} skeleton={[4, 4, 4, 4]}>
            {({ pages }) => <People pages={pages} {...{ q, state, total }} opened={opened} onOpen={setOpened} />}
          </Answered>
          {query.hasNextPage && (
            <Button block disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {a["account.more"]}
            </Button>
          )}
          {acts.last && <UndoBar key={acts.last.turn} {...acts.last} onUndo={acts.last.undo} onGone={acts.forget} />}
        </div>
      </Panes>
    </>
  );
}

function Intro({ target }: { target: string }) {
  const m = useLinkWords();
  const { data } = useQuery(targetQuery(target));
  const isOneForAll = data?.abilities.worklogs.author === "token-owner";
  return (
    <div className="td-row">
      <p className="td-small td-second accounts-intro">
        {m[isOneForAll ? "link.people.notNeeded" : "link.people.intro"]}
      </p>
      <a className="accounts-way" href={hashOf("manage", "people", "accounts", "rules")}>
        <Icon name="rules" />
        {m["link.people.rules"]}
      </a>
    </div>
  );
}

interface PeopleProps {
  readonly pages: readonly RemotePeople[];
  readonly q: string | undefined;
  readonly state: AccountEntry["state"] | undefined;
  /** How many there are of all states. */
  readonly total: number | undefined;
  readonly opened: AccountEntry | null;
  readonly onOpen: (account: AccountEntry) => void;
}

function People({ pages, q, state, total, opened, onOpen }: PeopleProps) {
  const a = useAccountWords();
  const m = useLinkWords();
  const people = pages.flatMap((page) => page.people);
  if (people.length === 0) {
    const none = q !== undefined ? a["account.none.search"] : a[`account.none.${state ?? "matched"}`];
    return <EmptyState>{total === 0 ? m["link.people.none"] : none}</EmptyState>;
  }
  return (
    <ul className="td-card people-list">
      {people.map((account) => (
        <AccountRow
          key={account.id}
          account={withoutSource(account)}
          isOpen={account.id === opened?.id}
          onOpen={() => onOpen(withoutSource(account))}
        />
      ))}
    </ul>
  );
}

// All are of the target whose page this is.
function withoutSource(account: AccountEntry): AccountEntry {
  return { ...account, source: "" };
}
