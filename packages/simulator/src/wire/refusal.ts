/** An error that the old host answers. `gateway` ones are wrapped with 88 under `topapi`. */
export class OldRefusal extends Error {
  readonly code: number;
  readonly gateway: boolean;

  constructor(code: number, message: string, gateway = false) {
    super(message);
    this.code = code;
    this.gateway = gateway;
  }
}

/** An error that the new host answers, with its HTTP status. */
export class NewRefusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export const missingParameter = (name: string) => new OldRefusal(40035, `缺少参数 ${name}`);
export const badParameter = (name: string) => new OldRefusal(40035, `不合法的参数 ${name}`);

/** What a call without a token hears; `topapi` has words of its own. */
export function missingToken(isOld: boolean, path: string): Error {
  if (!isOld) {
    return new NewRefusal(400, "AuthenticationFailed.MissingParameter", "缺少参数：x-acs-dingtalk-access-token");
  }
  if (path.startsWith("/topapi/")) return new OldRefusal(40000, "access_token is blank", true);
  return new OldRefusal(41001, "缺少access_token参数", true);
}
