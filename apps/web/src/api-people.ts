import {
  type AccountEntry,
  type AccountRules,
  type Accounts,
  type NewScimToken,
  type PersonPositions,
  type Positions,
  type PositionsInput,
  query,
  type ScimTokens,
  send,
} from "./api.ts";

/** Which accounts are looked for; what is undefined is all. */
export interface AccountSearch {
  readonly state?: AccountEntry["state"] | undefined;
  readonly q?: string | undefined;
}

/** A door for a directory as it is asked for; the id is made here, so that a repeat opens no second one. */
export interface TokenWish {
  readonly id: string;
  readonly name: string;
  readonly source: "scim" | "ldap";
  /** For how many days it holds; null until it is revoked. */
  readonly days: number | null;
}

const id = encodeURIComponent;

/** The door to the worker for accounts, directory tokens and positions, loaded with them. It throws as `api` does. */
export const peopleApi = {
  accounts: (search: AccountSearch, cursor?: string) =>
    send<Accounts>("GET", `/api/accounts${query({ ...search, cursor })}`),
  setAccountPerson: (account: string, person: string | null) =>
    send<void>("PUT", `/api/accounts/${id(account)}/person`, { person }),
  freeAccount: (account: string) => send<void>("DELETE", `/api/accounts/${id(account)}/person`),
  rules: () => send<AccountRules>("GET", "/api/account-rules"),
  setRules: (input: AccountRules) => send<void>("PUT", "/api/account-rules", input),

  tokens: () => send<ScimTokens>("GET", "/api/scim-tokens"),
  makeToken: (wish: TokenWish) => send<NewScimToken>("POST", "/api/scim-tokens", wish),
  revokeToken: (token: string) => send<void>("DELETE", `/api/scim-tokens/${id(token)}`),

  positions: () => send<Positions>("GET", "/api/positions"),
  setPositions: (input: PositionsInput) => send<void>("PUT", "/api/positions", input),
  positionPeople: (q: string, cursor?: string) =>
    send<PersonPositions>("GET", `/api/positions/people${query({ q, cursor })}`),
};
