import type { Database } from "@today/db/database";
import { addPeople } from "@today/db/testing";
import type { NewScimToken } from "../contract.ts";
import { type House, openHouse } from "../testing.ts";

interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
}

type Call = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;

/** A company's own directory in front of a house's door: `call("GET", "/Users")`. */
export interface Directory {
  readonly house: House;
  readonly company: string;
  readonly db: Database;
  readonly tokenId: string;
  readonly call: Call;
  /** Another directory of the same house. */
  as(source: "scim" | "ldap"): Promise<Call>;
}

/** Opens a door in a house, for Entra ID; `lin` is the admin. */
export async function openDirectory(given?: House): Promise<Directory> {
  const house = given ?? (await openHouse());
  await addPeople(house, ["lin"]);
  await house.db.batch([
    house.db.prepare("insert into role_grant values (?1, 'lin', 'admin') on conflict do nothing", house.id),
  ]);
  const made = await makeToken(house, "scim");
  const as = async (source: "scim" | "ldap") => callerOf(house, (await makeToken(house, source)).token);
  return { house, company: house.id, db: house.db, tokenId: made.id, call: callerOf(house, made.token), as };
}

async function makeToken(house: House, source: "scim" | "ldap"): Promise<NewScimToken> {
  const wish = { id: crypto.randomUUID(), name: "目录", source, days: 365 };
  return (await house.as("lin").call<NewScimToken>("POST", "/api/scim-tokens", wish)).body;
}

function callerOf(house: House, token: string): Call {
  return async (method, path, body, headers = {}) => {
    const content = body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
    const type = { authorization: `Bearer ${token}`, "content-type": "application/scim+json" };
    const response = await house.request(`/scim/v2${path}`, { method, headers: { ...type, ...headers }, ...content });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === "" ? {} : JSON.parse(text) };
  };
}
