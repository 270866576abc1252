import { hashOf } from "../../../route.ts";
import { Icon } from "../../../ui/icon.tsx";
import { AccountsList } from "./accounts-list.tsx";
import { RulesPage } from "./rules-page.tsx";
import { useWords } from "./words.ts";
import "./accounts.css";

/** 账号对应, `#/manage/people/accounts`; `…/rules` are the rules by which they find their people. */
export function AccountsPart({ rest: [page], isAdmin }: { rest: readonly string[]; isAdmin: boolean }) {
  const m = useWords();
  if (page !== "rules") return <AccountsList isAdmin={isAdmin} />;
  return (
    <div className="td-body accounts-rules">
      <div>
        <a className="accounts-way" href={hashOf("manage", "people", "accounts")}>
          <Icon name="left" />
          {m["account.back"]}
        </a>
        <h2 className="accounts-title">{m["account.rules"]}</h2>
      </div>
      <RulesPage isAdmin={isAdmin} />
    </div>
  );
}
