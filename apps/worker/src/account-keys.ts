import { distinctKeys, type IdentityKey, keyOf } from "@today/core/account-key";
import { matchAccount } from "@today/core/account-match";
import { type AccountRule, captureKey, defaultAccountRules, ruleName } from "@today/core/account-rule";
import type { AccountKeyRow, FoundPerson, KeyDigest, StoredMatch } from "@today/db/account-match";
import { readAccountRules } from "@today/db/account-rule";
import type { DirectoryPerson } from "@today/dingtalk/directory";
import type { Context } from "./context.ts";
import type { Digest } from "./digest.ts";
import { enterpriseSchema, type ScimUser } from "./scim/user.ts";

/** How accounts are matched just now. */
export interface Matching {
  readonly rules: readonly AccountRule[];
  /** Changes with the secret and the own rules: keys made otherwise are made anew. */
  readonly keyedBy: string;
}

/** The rules that hold. */
export async function readMatching({ db, company }: Context): Promise<Matching> {
  const rules = (await readAccountRules(db, company.id)).rules ?? defaultAccountRules;
  const own = rules.map((rule, n) => (rule.kind === "own" ? [ruleName(rule, n), rule.pattern, rule.as] : null));
  return { rules, keyedBy: await company.digest(`rules ${JSON.stringify(own.filter((one) => one !== null))}`) };
}

/** A person with their keys as digests: all that is kept of phones and e-mails. */
export interface PersonKeys {
  readonly id: string;
  readonly keys: readonly KeyDigest[];
}

/** People of DingTalk with their keys. */
export function keysOfPeople(digest: Digest, people: readonly DirectoryPerson[]): Promise<PersonKeys[]> {
  return Promise.all(people.map(async (person) => ({ id: person.userId, keys: await personKeys(digest, person) })));
}

function personKeys(digest: Digest, person: DirectoryPerson): Promise<KeyDigest[]> {
  const { userId, unionId, jobNumber, mobile, emails } = person;
  const keys = [keyOf("user", userId), keyOf("union", unionId), keyOf("number", jobNumber), keyOf("mobile", mobile)];
  return Promise.all(distinctKeys([...keys, ...emails.map((email) => keyOf("email", email))]).map(digestOf(digest)));
}

/** The keys of an account as digests, each with the rule that compares it. */
export async function accountKeys(digest: Digest, rules: readonly AccountRule[], user: ScimUser) {
  const found = rules.flatMap((rule, n) => {
    const keys = rule.kind === "own" ? [captureKey(rule, user.userName)] : distinctKeys(keysOfKind(rule.kind, user));
    return keys.flatMap((key) => (key === null ? [] : [{ rule: ruleName(rule, n), key }]));
  });
  return Promise.all(
    found.map(async ({ rule, key }): Promise<AccountKeyRow> => ({ rule, ...(await digestOf(digest)(key)) })),
  );
}

/**
 * The keys of somebody of a target: what it tells of them, kept under every kind whichever rules hold, and their login, which may be a
 * user id or an e-mail. Their id there is a number of its own and recognises nobody.
 */
export async function toldKeys(
  digest: Digest,
  rules: readonly AccountRule[],
  { login, keys }: { readonly login: string | null; readonly keys: readonly IdentityKey[] },
): Promise<AccountKeyRow[]> {
  const named = login === null ? [] : [keyOf("user", login), keyOf("email", login)];
  const own = rules.flatMap((rule, n) => {
    const key = rule.kind === "own" && login !== null ? captureKey(rule, login) : null;
    return key === null ? [] : [{ rule: ruleName(rule, n), key }];
  });
  const told = distinctKeys([...keys, ...named]).map((key) => ({ rule: key.kind, key }));
  return Promise.all([...told, ...own].map(async ({ rule, key }) => ({ rule, ...(await digestOf(digest)(key)) })));
}

/** Keys made anew from what is kept of an account, with those that its target once told and that are kept as digests only. */
export async function keysAnew(
  digest: Digest,
  rules: readonly AccountRule[],
  account: { readonly user: ScimUser; readonly told: readonly AccountKeyRow[] },
): Promise<AccountKeyRow[]> {
  const made = await accountKeys(digest, rules, account.user);
  const told = account.told.filter(({ rule }) => !rule.startsWith("own-"));
  return [...new Map([...told, ...made].map((key) => [`${key.rule} ${key.digest}`, key])).values()];
}

/** Whose an account is, by those whom its keys find. */
export function storedMatch(rules: readonly AccountRule[], found: readonly FoundPerson[]): StoredMatch {
  const names = rules.map(ruleName);
  const candidates = found.flatMap(({ rule, person, active }) => {
    const rank = names.indexOf(rule);
    return rank < 0 ? [] : [{ rank, person, active }];
  });
  const match = matchAccount(candidates);
  if (match.state === "unmatched") return { state: "unmatched", person: null, rule: null, people: [] };
  const rule = names[match.rank] ?? null;
  return match.state === "matched"
    ? { state: "matched", person: match.person, rule, people: [] }
    : { state: "ambiguous", person: null, rule, people: match.people };
}

function keysOfKind(kind: IdentityKey["kind"], user: ScimUser): (IdentityKey | null)[] {
  switch (kind) {
    case "user":
      return [keyOf("user", user.externalId), keyOf("user", user.userName)];
    case "number":
      return [keyOf("number", user[enterpriseSchema]?.employeeNumber)];
    case "mobile":
      return (user.phoneNumbers ?? []).map(({ value }) => keyOf("mobile", value));
    case "email":
      return [keyOf("email", user.userName), ...(user.emails ?? []).map(({ value }) => keyOf("email", value))];
    case "union":
      return [keyOf("union", user.externalId)];
  }
}

function digestOf(digest: Digest) {
  return async ({ kind, value }: IdentityKey): Promise<KeyDigest> => ({
    kind,
    digest: await digest(`${kind} ${value}`),
  });
}
