import type { ScimUser } from "./person.ts";

/** The product does not answer or refuses the token; `message` names nobody. */
export class ScimError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "ScimError";
  }
}

/** Somebody whom the product knows from this directory. */
export interface KnownUser {
  readonly id: string;
  readonly externalId: string;
  readonly userName: string;
  readonly active: boolean;
}

/** What became of one person, and whose account of the product that was, where one stood there before. */
export interface Outcome {
  readonly what: "added" | "updated" | "refused";
  readonly account: string | null;
}

/** The product's SCIM door. */
export interface ScimDoor {
  /** Everybody known, by external id. */
  readKnown(): Promise<Map<string, KnownUser>>;
  put(user: ScimUser, known: KnownUser | undefined): Promise<Outcome>;
  remove(known: KnownUser): Promise<void>;
}

const PAGE = 200;
const PATIENCE_MS = 30_000;
const TRIES = 4;
const FIRST_WAIT_MS = 500;
const COLUMNS = "id,externalId,userName,active";

interface Answer {
  readonly status: number;
  readonly body: { readonly Resources?: KnownUser[]; readonly totalResults?: number; readonly itemsPerPage?: number };
}

/** Opens the door at "https://today.example.com/scim/v2". What fails for a moment is tried four times; else it throws `ScimError`. */
export function openScim(base: string, token: string): ScimDoor {
  const send = (method: string, path: string, body?: unknown) => sendPatiently(base, { method, path, token, body });
  const demand = async (method: string, path: string) => {
    const answer = await send(method, path);
    if (answer.status >= 400) throw refusalOf(base, answer.status);
    return answer.body;
  };

  async function find(filter: string): Promise<KnownUser | undefined> {
    const { Resources = [] } = await demand("GET", `/Users?filter=${encodeURIComponent(filter)}&attributes=${COLUMNS}`);
    return Resources[0];
  }

  async function put(user: ScimUser, known: KnownUser | undefined, mayLook = true): Promise<Outcome> {
    const { status } = known
      ? await send("PUT", `/Users/${encodeURIComponent(known.id)}`, user)
      : await send("POST", "/Users", user);
    if (status < 300) return { what: known ? "updated" : "added", account: known?.id ?? null };
    if (status === 401 || status === 403) throw refusalOf(base, status);
    // An account that was deleted in the directory and made again has a new id under its old name.
    const other = status === 409 && mayLook ? await find(`userName eq ${JSON.stringify(user.userName)}`) : undefined;
    const isNew = other !== undefined && other.id !== known?.id;
    return isNew ? put(user, other, false) : { what: "refused", account: known?.id ?? null };
  }

  return {
    put: (user, known) => put(user, known),
    async readKnown() {
      const known = new Map<string, KnownUser>();
      for (let start = 1; ; ) {
        const page = await demand("GET", `/Users?startIndex=${start}&count=${PAGE}&attributes=${COLUMNS}`);
        const users = page.Resources ?? [];
        for (const user of users) known.set(user.externalId, user);
        start += users.length;
        if (users.length === 0 || start > (page.totalResults ?? 0)) return known;
      }
    },
    async remove({ id }) {
      const { status } = await send("DELETE", `/Users/${encodeURIComponent(id)}`);
      if (status >= 400 && status !== 404) throw refusalOf(base, status);
    },
  };
}

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly token: string;
  readonly body: unknown;
}

async function sendPatiently(base: string, sent: Sent): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    const answer = await sendOnce(base, sent);
    const isPassing = answer === null || answer.status >= 500 || answer.status === 412 || answer.status === 429;
    if (answer !== null && !isPassing) return answer;
    if (tries === TRIES)
      throw answer === null ? new ScimError(`${base} does not answer.`) : refusalOf(base, answer.status);
    await new Promise((done) => setTimeout(done, FIRST_WAIT_MS * 2 ** (tries - 1)));
  }
}

async function sendOnce(base: string, { method, path, token, body }: Sent): Promise<Answer | null> {
  try {
    const response = await fetch(`${base}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/scim+json" },
      signal: AbortSignal.timeout(PATIENCE_MS),
      redirect: "error",
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: /^\s*\{/.test(text) ? JSON.parse(text) : {} };
  } catch {
    return null;
  }
}

function refusalOf(base: string, status: number): ScimError {
  if (status === 401 || status === 403)
    return new ScimError(
      "SCIM_TOKEN is wrong, expired or revoked: an admin of the product makes one with the source ldap.",
    );
  if (status === 404) return new ScimError(`There is no SCIM at ${base}: is SCIM_URL the product's address?`);
  return new ScimError(`${base} answers ${status}.`);
}
