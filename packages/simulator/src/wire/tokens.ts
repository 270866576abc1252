import { MINUTE } from "../company/beijing.ts";
import { drawFrom, hexadecimal } from "../company/random.ts";

/** The app's credentials, to be given to the product. */
export interface AppCredentials {
  readonly corpId: string;
  readonly appKey: string;
  readonly appSecret: string;
  readonly agentId: string;
}

type TokenState = "valid" | "expired" | "unknown";

/** A code that stands for a person: `client` ones come from the phone, `browser` ones from the login page. */
type CodeKind = "client" | "browser";

/** Everything short-lived that the app is given. All of it follows the simulator's clock. */
export interface Tokens {
  readonly seconds: number;
  /** The same token until it expires; asking prolongs it. */
  appToken(): string;
  stateOf(token: string): TokenState;
  /** Makes the app's token invalid at once. */
  revoke(): void;
  ticket(): string;
  /** A code that works once within five minutes. */
  issueCode(kind: CodeKind, userId: string): string;
  /** Whose code it was; null if it is unknown, used, expired or of the other kind. */
  redeemCode(kind: CodeKind, code: string): string | null;
  issueUserToken(userId: string): { accessToken: string; refreshToken: string };
  refreshed(refreshToken: string): string | null;
  userOf(accessToken: string): string | null;
  forget(): void;
}

interface Lease {
  readonly value: string;
  until: number;
}

const CODE_LIFE = 5 * MINUTE;

export function createTokens({ seed, seconds, now }: { seed: number; seconds: number; now: () => number }): Tokens {
  let counted = 0;
  const mint = (length: number) => {
    counted += 1;
    return hexadecimal(drawFrom(seed, counted, 11), length);
  };
  let current: Lease | null = null;
  let ticket: Lease | null = null;
  const expired = new Set<string>();
  const codes = new Map<string, { kind: CodeKind; userId: string; until: number }>();
  const users = new Map<string, { userId: string; until: number }>();
  const refreshes = new Map<string, string>();
  const life = seconds * 1000;
  const isLive = (lease: Lease | null): lease is Lease => lease !== null && now() < lease.until;
  const retire = (lease: Lease | null) => {
    if (lease) expired.add(lease.value);
  };
  return {
    seconds,
    appToken() {
      if (!isLive(current)) {
        retire(current);
        current = { value: mint(32), until: 0 };
      }
      current.until = now() + life;
      return current.value;
    },
    stateOf(token) {
      if (token === current?.value) return isLive(current) ? "valid" : "expired";
      return expired.has(token) ? "expired" : "unknown";
    },
    revoke() {
      retire(current);
      current = null;
    },
    ticket() {
      if (!isLive(ticket)) ticket = { value: mint(64), until: now() + life };
      return ticket.value;
    },
    issueCode(kind, userId) {
      const code = mint(kind === "client" ? 32 : 24);
      codes.set(code, { kind, userId, until: now() + CODE_LIFE });
      return code;
    },
    redeemCode(kind, code) {
      const found = codes.get(code);
      if (!found || found.kind !== kind) return null;
      codes.delete(code);
      return now() < found.until ? found.userId : null;
    },
    issueUserToken(userId) {
      const accessToken = mint(32);
      const refreshToken = mint(32);
      users.set(accessToken, { userId, until: now() + life });
      refreshes.set(refreshToken, userId);
      return { accessToken, refreshToken };
    },
    refreshed: (refreshToken) => refreshes.get(refreshToken) ?? null,
    userOf(accessToken) {
      const found = users.get(accessToken);
      return found && now() < found.until ? found.userId : null;
    },
    forget() {
      current = null;
      ticket = null;
      for (const kept of [expired, codes, users, refreshes]) kept.clear();
    },
  };
}
