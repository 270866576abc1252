import type { AccountEntry, PersonBrief } from "../../../api.ts";
import { peopleApi } from "../../../api-people.ts";
import { useUndoable } from "../../../undoable.ts";
import { isByHand } from "./account-text.ts";
import { useAccountChange } from "./queries.ts";
import { useWords } from "./words.ts";

/** Says whose an account is; for six seconds the last word can be taken back. */
export function useAccountActs(onDone: () => void) {
  const m = useWords();
  const change = useAccountChange();
  const { last, tell, forget } = useUndoable();
  const act = (account: AccountEntry, text: string, write: () => Promise<void>) =>
    change.mutate(write, {
      onSuccess: () => {
        tell(text, () => change.mutate(() => putBack(account)));
        onDone();
      },
    });
  return {
    ...{ change, last, forget },
    give: (account: AccountEntry, { id, name }: PersonBrief) =>
      act(account, m["account.said"](shortName(account), name), () => peopleApi.setAccountPerson(account.id, id)),
    toNobody: (account: AccountEntry) =>
      act(account, m["account.saidNobody"](shortName(account)), () => peopleApi.setAccountPerson(account.id, null)),
    free: (account: AccountEntry) =>
      act(account, m["account.freed"](shortName(account)), () => peopleApi.freeAccount(account.id)),
  };
}

/** What `useAccountActs` gives. */
export type AccountActs = ReturnType<typeof useAccountActs>;

/** A user name without what follows its `@`, which is the same for all. */
function shortName({ userName }: AccountEntry): string {
  return userName.split("@")[0] || userName;
}

function putBack(account: AccountEntry): Promise<void> {
  if (!isByHand(account)) return peopleApi.freeAccount(account.id);
  return peopleApi.setAccountPerson(account.id, account.person?.id ?? null);
}
