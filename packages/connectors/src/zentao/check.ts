import type { Check } from "../connector.ts";
import { ConnectorError } from "../error.ts";
import { readBody } from "../lenient.ts";
import type { ZentaoApi } from "./api.ts";
import { listUsers } from "./member.ts";
import { isApplication, type Settings } from "./setting.ts";
import { Me } from "./shape.ts";

/** Who the account is, and what will not work with it. The application is tried with the account itself. */
export async function checkZentao(api: ZentaoApi, settings: Settings): Promise<Check> {
  const { profile } = readBody(await api.get("/user"), Me);
  const hasHalf = (settings.appCode === "") !== (settings.appKey === "");
  const problems = [
    (await isDenied(() => listUsers(api, null))) ? "people-by-name-only" : null,
    hasHalf ? "application-incomplete" : null,
    isApplication(settings) && (await isDenied(() => api.as(profile.account).get("/user")))
      ? "application-denied"
      : null,
    settings.correction === "" ? "positive-difference-only" : null,
  ];
  return {
    account: { id: profile.account, name: profile.realname ?? profile.account },
    problems: problems.filter((problem) => problem !== null),
    offers: {},
  };
}

async function isDenied(read: () => Promise<unknown>): Promise<boolean> {
  return read().then(
    () => false,
    (error: unknown) => {
      const isRefused = error instanceof ConnectorError && ["permission", "credentials"].includes(error.kind);
      if (isRefused) return true;
      throw error;
    },
  );
}
