import { useState } from "react";
import type { AccountEntry, PersonBrief } from "../../../api.ts";
import { useOnline } from "../../../online.ts";
import { Button } from "../../../ui/button.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { MutationState } from "../mutation-state.tsx";
import { aboutText, isByHand, reasonText } from "./account-text.ts";
import { PersonChoice, PersonSearch } from "./person-search.tsx";
import type { AccountActs } from "./use-account-acts.ts";
import { useWords, whyNot } from "./words.ts";

/** One account: whose it is and why, among whom nobody guesses, and the ways to say it. */
export function AccountPane({ account, acts }: { account: AccountEntry; acts: AccountActs }) {
  const m = useWords();
  const isOnline = useOnline();
  const [isSearching, setSearching] = useState(account.state === "unmatched" || account.state === "ambiguous");
  const isHeld = !isOnline || acts.change.isPending;
  const give = (person: PersonBrief) => acts.give(account, person);
  return (
    <div className="form">
      <p className="td-small td-second">{aboutText(m, account)}</p>
      <Held account={account} />
      {account.people.length > 0 && (
        <div>
          <p className="td-small td-second">{m["account.choose"]}</p>
          <PersonChoice people={account.people} isHeld={isHeld} onChoose={give} />
        </div>
      )}
      {isSearching ? (
        <PersonSearch isHeld={isHeld} onChoose={give} />
      ) : (
        <Button block kind="tint" icon="search" onClick={() => setSearching(true)}>
          {m[account.state === "nobody" ? "account.who" : "account.other"]}
        </Button>
      )}
      <MutationState {...acts.change} why={(error) => whyNot(m, error)} />
      {!isOnline && <p className="td-small form-fault">{m["account.offline"]}</p>}
      {account.state !== "nobody" && (
        <Button block disabled={isHeld} onClick={() => acts.toNobody(account)}>
          {m["account.nobody"]}
        </Button>
      )}
      {isByHand(account) && (
        <Button block kind="quiet" disabled={isHeld} onClick={() => acts.free(account)}>
          {m["account.free"]}
        </Button>
      )}
    </div>
  );
}

function Held({ account }: { account: AccountEntry }) {
  const m = useWords();
  const { state, person, others } = account;
  return (
    <div className="accounts-held" data-state={state}>
      {person !== null && (
        <span>
          <b>{person.name}</b>
          {person.title && <span className="td-small td-second"> {person.title}</span>}
        </span>
      )}
      {state === "matched" ? (
        <span className="td-small td-second">{reasonText(m, account)}</span>
      ) : (
        <Tag tone={state === "nobody" ? "fact" : "todo"}>{reasonText(m, account)}</Tag>
      )}
      {others > 0 && <span className="td-small td-second">{m["account.others"](others)}</span>}
    </div>
  );
}
