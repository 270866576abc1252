import { z } from "@hono/zod-openapi";
import { Id, Instant, PersonBrief } from "./quantity.ts";

const Source = z.enum(["scim", "ldap"]);

const ScimToken = z
  .object({
    id: Id,
    name: z.string(),
    source: Source,
    createdAt: Instant,
    expiresAt: Instant.nullable(),
    lastUsedAt: Instant.nullable(),
  })
  .openapi("ScimToken", { description: "A door for a company's own directory, Entra ID or an LDAP agent." });

export const ScimTokens = z.object({ tokens: z.array(ScimToken) }).openapi("ScimTokens");

export const ScimTokenInput = z
  .object({
    id: z.uuid(),
    name: z.string().trim().min(1).max(64),
    source: Source,
    /** For how many days it holds; null until it is revoked. */
    days: z.int().min(1).max(3650).nullable(),
  })
  .strict()
  .openapi("ScimTokenInput");

export const NewScimToken = ScimToken.extend({ token: z.string() }).openapi("NewScimToken", {
  description: "`token` is told this once.",
});

const KeyKind = z.enum(["user", "number", "mobile", "email", "union"]);

export const AccountRule = z
  .union([
    z.object({ kind: KeyKind }).strict(),
    z.object({ kind: z.literal("own"), pattern: z.string().min(1).max(200), as: KeyKind }).strict(),
  ])
  .openapi("AccountRule", { description: "`own`: the one group of a pattern, read from the account's user name." });

export const AccountRules = z.object({ version: z.int(), rules: z.array(AccountRule) }).openapi("AccountRules", {
  description: "In the order in which they are tried; version 0 while nobody has said one.",
});

export const AccountRulesInput = z
  .object({ version: z.int().min(0), rules: z.array(AccountRule).max(12) })
  .strict()
  .openapi("AccountRulesInput");

export const AccountState = z.enum(["matched", "ambiguous", "unmatched", "nobody"]);

export const AccountEntry = z
  .object({
    id: Id,
    source: z.string(),
    userName: z.string(),
    displayName: z.string().nullable(),
    active: z.boolean(),
    state: AccountState,
    /** `hand`: said by somebody; `own-5`: the rule at that place, from 0. */
    rule: z.string().nullable(),
    person: PersonBrief.nullable(),
    /** Among whom nobody guesses. */
    people: z.array(PersonBrief),
    /** Other active accounts of the source that are taken to be the same person's. */
    others: z.int(),
  })
  .openapi("AccountEntry");

export const Accounts = z
  .object({
    accounts: z.array(AccountEntry),
    next: z.string().nullable(),
    counts: z.object({ matched: z.int(), ambiguous: z.int(), unmatched: z.int(), nobody: z.int() }),
  })
  .openapi("Accounts");

export const AccountPersonInput = z
  .object({ person: Id.nullable() })
  .strict()
  .openapi("AccountPersonInput", { description: "null: said to be nobody's." });

const Position = z.object({
  code: z.string().regex(/^[A-Z][A-Z0-9-]{0,15}$/),
  nameZh: z.string().trim().min(1).max(64),
  nameEn: z.string().trim().min(1).max(64),
  patterns: z.array(z.string().trim().min(1).max(64)).max(40),
});

const PositionEntry = Position.extend({ people: z.int() }).openapi("PositionEntry");

export const Positions = z
  .object({
    version: z.int(),
    positions: z.array(PositionEntry),
    unmatched: z.array(z.object({ title: z.string(), people: z.int() })),
  })
  .openapi("Positions", { description: "In order: the first that fits a job title is its position." });

export const PersonPositions = z
  .object({
    people: z.array(z.object({ person: PersonBrief, code: z.string().nullable() })),
    next: z.string().nullable(),
  })
  .openapi("PersonPositions");

export const PositionsInput = z
  .object({ version: z.int().min(0), positions: z.array(Position.strict()).max(300) })
  .strict()
  .openapi("PositionsInput", { description: "Without positions the default ones hold again." });
