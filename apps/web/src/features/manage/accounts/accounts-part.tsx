import { hashOf } from "../../../route.ts";
import { Icon } from "../../../ui/icon.tsx";
import { AccountsList } from "./accounts-list.tsx";
import { RulesPage } from "./rules-page.tsx";
import { useWords } from "./words.ts";
import "../connection/connection.css";
import "./accounts.css";

/** 账号对应, `#/manage/people/accounts`; `…/rules` are the rules by which they find their people. */
export function AccountsPart({ rest: [page], isAdmin }: { rest: readonly string[]; isAdmin: boolean }) {
  const m = useWords();
  if (page !== "rules") return <AccountsList isAdmin={isAdmin} />;
  return (
    <div className="connection-page accounts-rules">
      <div className="connection-page-head">
        <a href={hashOf("manage", "people", "accounts")}>
          <Icon name="left" />
          {m["account.back"]}
        </a>
        <h2 className="connection-sub">{m["account.rules"]}</h2>
      </div>
      <RulesPage isAdmin={isAdmin} />
    </div>
  );
}
