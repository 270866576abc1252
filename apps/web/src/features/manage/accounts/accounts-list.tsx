import { type InfiniteData, type UseQueryResult, useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { AccountEntry, Accounts } from "../../../api.ts";
import { hashOf } from "../../../route.ts";
import { useSettled } from "../../../settled.ts";
import { Answered } from "../../../ui/answered.tsx";
import { Button } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { SearchField } from "../../../ui/search-field.tsx";
import { UndoBar } from "../../../ui/undo-bar.tsx";
import { MutationState } from "../mutation-state.tsx";
import { Panes } from "../pane.tsx";
import { AccountPane } from "./account-pane.tsx";
import { AccountRow } from "./account-row.tsx";
import { firstState } from "./account-text.ts";
import { accountsQuery } from "./queries.ts";
import { StateTiles } from "./state-tiles.tsx";
import { useAccountActs } from "./use-account-acts.ts";
import { useWords, whyNot } from "./words.ts";

/** Accounts of other systems, those that wait for somebody first; one opens to be told whose it is. */
export function AccountsList({ isAdmin }: { isAdmin: boolean }) {
  const m = useWords();
  const [chosen, setChosen] = useState<AccountEntry["state"] | null>(null);
  const [typed, setTyped] = useState("");
  const [opened, setOpened] = useState<AccountEntry | null>(null);
  const q = useSettled(typed.trim()) || undefined;
  const all = useInfiniteQuery(accountsQuery({}));
  const counts = all.data?.pages[0]?.counts;
  const state = chosen ?? (counts === undefined ? undefined : firstState(counts));
  const query = useInfiniteQuery({ ...accountsQuery({ state, q }), enabled: state !== undefined });
  const acts = useAccountActs(() => setOpened(null));
  const shown = (state === undefined ? all : query) as UseQueryResult<InfiniteData<Accounts>>;
  const total = counts && Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <Panes
      pane={opened && { title: opened.userName, body: <AccountPane key={opened.id} account={opened} acts={acts} /> }}
      idle={m["account.idle"]}
      onClose={() => setOpened(null)}
    >
      <div className="td-body">
        <div className="td-row">
          <p className="td-small td-second accounts-intro">{m["account.intro"]}</p>
          <a className="accounts-way" href={hashOf("manage", "people", "accounts", "rules")}>
            <Icon name="rules" />
            {m["account.rules"]}
          </a>
        </div>
        {counts && state && total !== 0 && <StateTiles counts={counts} state={state} onChange={setChosen} />}
        <div className="people-search">
          <SearchField label={m["account.search"]} value={typed} onChange={setTyped} />
        </div>
        <MutationState {...acts.change} why={(error) => whyNot(m, error)} />
        <Answered query={shown} skeleton={[4, 4, 4, 4]}>
          {({ pages }) => {
            const accounts = pages.flatMap((page) => page.accounts);
            if (accounts.length === 0) return <Empty isAdmin={isAdmin} total={total ?? 0} state={state} q={q} />;
            return (
              <ul className="td-card people-list">
                {accounts.map((account) => (
                  <AccountRow
                    key={account.id}
                    account={account}
                    isOpen={account.id === opened?.id}
                    onOpen={() => setOpened(account)}
                  />
                ))}
              </ul>
            );
          }}
        </Answered>
        {query.hasNextPage && (
          <Button block disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {m["account.more"]}
          </Button>
        )}
        {acts.last && <UndoBar key={acts.last.turn} {...acts.last} onUndo={acts.last.undo} onGone={acts.forget} />}
      </div>
    </Panes>
  );
}

interface EmptyProps {
  readonly isAdmin: boolean;
  readonly total: number;
  readonly state: AccountEntry["state"] | undefined;
  readonly q: string | undefined;
}

function Empty({ isAdmin, total, state, q }: EmptyProps) {
  const m = useWords();
  if (q !== undefined) return <EmptyState>{m["account.none.search"]}</EmptyState>;
  if (total > 0 && state !== undefined) return <EmptyState>{m[`account.none.${state}`]}</EmptyState>;
  const way = isAdmin && <a href={hashOf("manage", "people", "tokens")}>{m["account.toTokens"]}</a>;
  return <EmptyState action={way}>{m["account.none.all"]}</EmptyState>;
}
