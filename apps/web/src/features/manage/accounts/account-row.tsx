import type { AccountEntry } from "../../../api.ts";
import { Icon } from "../../../ui/icon.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { aboutText } from "./account-text.ts";
import { useWords } from "./words.ts";

interface AccountRowProps {
  readonly account: AccountEntry;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

/** An account in the list: its user name, where it comes from, and whose it is, or how many it fits. */
export function AccountRow({ account, isOpen, onOpen }: AccountRowProps) {
  return (
    <li className="people-item">
      <button type="button" className="people-row" aria-current={isOpen || undefined} onClick={onOpen}>
        <span className="people-row-body">
          <span className="people-row-text">
            <b>{account.userName}</b>
            <About account={account} />
          </span>
          <Whose account={account} />
        </span>
        <Icon name="right" />
      </button>
    </li>
  );
}

function About({ account }: { account: AccountEntry }) {
  const m = useWords();
  return <span className="td-small td-second">{aboutText(m, account)}</span>;
}

function Whose({ account: { state, person, people } }: { account: AccountEntry }) {
  const m = useWords();
  if (state === "matched") return <span>{person?.name}</span>;
  return state === "ambiguous" && <Tag tone="todo">{m["account.among"](people.length)}</Tag>;
}
