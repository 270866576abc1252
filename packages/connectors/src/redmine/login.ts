import { ConnectorError } from "../error.ts";
import { readBody } from "../lenient.ts";
import type { RedmineApi } from "./api.ts";
import { Current } from "./shape.ts";

/** The login of a person by id, which only an administrator's key is told. Throws `permission` otherwise, `not-found` for nobody. */
export async function loginOf(api: RedmineApi, personId: string): Promise<string> {
  const body = await api.get(`/users/${encodeURIComponent(personId)}.json`).catch((error: unknown) => {
    const isNobody = error instanceof ConnectorError && error.kind === "not-found";
    throw isNobody ? new ConnectorError({ kind: "not-found", code: "person-unknown", field: "person" }) : error;
  });
  const { login } = readBody(body, Current).user;
  if (login === null) throw new ConnectorError({ kind: "permission", code: "switch-needs-admin", field: "naming" });
  if (!/^[\x21-\x7e]+$/.test(login)) throw new ConnectorError({ kind: "invalid", code: "login-odd", field: "person" });
  return login;
}
