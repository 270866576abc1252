import type { Instant } from "@today/core/time/minutes";

const MOST_EARLY = 5 * 60_000;

/** An app token and until when it may be used: some minutes before DingTalk lets it lapse. */
export interface StoredToken {
  readonly value: string;
  readonly usableUntil: Instant;
}

/** Where the token is kept so that isolates share it. `drop` removes it only if it is still the refused one. */
export interface TokenStore {
  get(): Promise<StoredToken | null>;
  set(token: StoredToken): Promise<void>;
  drop(refused: string): Promise<void>;
}

/** What DingTalk issues: the token and its life in seconds, `7200`. */
export interface IssuedToken {
  readonly value: string;
  readonly seconds: number;
}

export interface Tokens {
  current(): Promise<string>;
  /** Forgets a refused token, here and in the store, so that the next `current` brings another. */
  forget(refused: string): Promise<void>;
}

/** Keeps one token for all calls of an isolate; concurrent askers wait for the same single fetch. */
export function createTokens(store: TokenStore, issue: () => Promise<IssuedToken>, now: () => Instant): Tokens {
  let held: StoredToken | null = null;
  let fetching: Promise<string> | null = null;

  const usable = (token: StoredToken | null): token is StoredToken => token !== null && now() < token.usableUntil;

  async function load(): Promise<string> {
    const stored = await store.get();
    held = usable(stored) ? stored : await fresh();
    return held.value;
  }

  async function fresh(): Promise<StoredToken> {
    const asked = now();
    const { value, seconds } = await issue();
    const life = seconds * 1000;
    const token = { value, usableUntil: asked + life - Math.min(MOST_EARLY, life / 6) };
    await store.set(token);
    return token;
  }

  return {
    async current() {
      if (usable(held)) return held.value;
      fetching ??= load().finally(() => {
        fetching = null;
      });
      return fetching;
    },
    async forget(refused) {
      if (held?.value === refused) held = null;
      await store.drop(refused);
    },
  };
}
