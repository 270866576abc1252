import { DAY, MINUTE } from "../company/beijing.ts";
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
  /** A code that works once within five minutes. A browser that did not ask for `corpid` is not told the organisation. */
  issueCode(kind: CodeKind, userId: string, withCorp?: boolean): string;
  /** Whose code it was; null if it is unknown, used, expired or of the other kind. */
  redeemCode(kind: CodeKind, code: string): Grant | null;
  issueUserToken(grant: Grant): { accessToken: string; refreshToken: string };
  /** A refresh token lives thirty days. */
  refreshed(refreshToken: string): Grant | null;
  userOf(accessToken: string): string | null;
  forget(): void;
}

/** Who a code or a refresh token stands for. */
export interface Grant {
  readonly userId: string;
  readonly withCorp: boolean;
}

interface Lease {
  readonly value: string;
  until: number;
}

const REFRESH_LIFE = 30 * DAY;
const TICKET_LIFE = DAY;

const CODE_LIFE = 5 * MINUTE;

export function createTokens({ seed, seconds, now }: { seed: number; seconds: number; now: () => number }): Tokens {
  let counted = 0;
  const mint = (length: number) => {
    counted += 1;
    return hexadecimal(drawFrom(seed, counted, 11), length);
  };
  let current: Lease | null = null;
  let ticket: Lease | null = null;
  let ticketEnds = 0;
  const expired = new Set<string>();
  const codes = new Map<string, Grant & { kind: CodeKind; until: number }>();
  const users = new Map<string, { userId: string; until: number }>();
  const refreshes = new Map<string, Grant & { until: number }>();
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
      if (!isLive(ticket)) {
        ticket = { value: mint(64), until: 0 };
        ticketEnds = now() + TICKET_LIFE;
      }
      ticket.until = Math.min(now() + life, ticketEnds);
      return ticket.value;
    },
    issueCode(kind, userId, withCorp = true) {
      const code = mint(kind === "client" ? 32 : 24);
      codes.set(code, { kind, userId, withCorp, until: now() + CODE_LIFE });
      return code;
    },
    redeemCode(kind, code) {
      const found = codes.get(code);
      if (!found || found.kind !== kind) return null;
      codes.delete(code);
      return now() < found.until ? { userId: found.userId, withCorp: found.withCorp } : null;
    },
    issueUserToken(grant) {
      const accessToken = mint(32);
      const refreshToken = mint(32);
      users.set(accessToken, { userId: grant.userId, until: now() + life });
      refreshes.set(refreshToken, { ...grant, until: now() + REFRESH_LIFE });
      return { accessToken, refreshToken };
    },
    refreshed(refreshToken) {
      const found = refreshes.get(refreshToken);
      return found && now() < found.until ? found : null;
    },
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
