import { keyOf } from "@today/core/account-key";
import type { RemotePerson } from "../connector.ts";
import { readBody } from "../lenient.ts";
import { once } from "../once.ts";
import { type Page, walk } from "../page.ts";
import type { RedmineApi } from "./api.ts";
import { type Account, Memberships, Users } from "./shape.ts";

/** Lists people, of a project by its memberships; only an administrator's key learns e-mails and who is locked, and may ask for everybody. */
export function createMembers(api: RedmineApi) {
  const directory = once(() => readDirectory(api));

  return async (projectId: string | null, cursor: string | null): Promise<Page<RemotePerson>> => {
    if (projectId === null) return readUsers(api, cursor);
    const path = `/projects/${encodeURIComponent(projectId)}/memberships.json`;
    const { body, next } = await api.page("memberships", { path, cursor });
    const people = await directory();
    // A group's people are listed one by one besides the group.
    const users = readBody(body, Memberships).memberships.flatMap(({ user }) => (user === null ? [] : [user]));
    const items = users.map(
      ({ id, name }) => people?.get(id) ?? { id, name, active: people === null, login: null, keys: [] },
    );
    return { items, next };
  };
}

async function readDirectory(api: RedmineApi): Promise<ReadonlyMap<string, RemotePerson> | null> {
  if ((await api.account()).admin !== true) return null;
  const people = new Map<string, RemotePerson>();
  for await (const person of walk((cursor) => readUsers(api, cursor))) people.set(person.id, person);
  return people;
}

async function readUsers(api: RedmineApi, cursor: string | null): Promise<Page<RemotePerson>> {
  const { body, next } = await api.page("users", { path: "/users.json", cursor });
  return { items: readBody(body, Users).users.map(personOf), next };
}

function personOf(user: Account): RemotePerson {
  const keys = [keyOf("email", user.mail)].filter((key) => key !== null);
  return { id: user.id, name: nameOf(user), active: true, login: user.login, keys };
}

/** `San Zhang`; the login when there is no name. */
export function nameOf(user: Account): string {
  const name = [user.firstname, user.lastname].filter((part) => part !== null).join(" ");
  return name === "" ? (user.login ?? user.id) : name;
}
