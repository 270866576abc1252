import { createHash } from "node:crypto";
import { type Asked, Problem } from "../control/asked.ts";
import type { Ground } from "../wire/api.ts";

/** A `dd.config` that DingTalk refuses, with the code that `dd.error` gets. */
export class ConfigProblem extends Problem {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/** Recomputes the signature of `dd.config`; the documents disagree about SHA-1 and SHA-256 (platform.md 2.5), so both hold. */
export function checkJsapiConfig(asked: Asked, { app, tokens }: Ground): void {
  const { corpId, agentId, timeStamp, nonceStr, signature, url } = asked;
  if (corpId !== app.corpId) throw new ConfigProblem(52010, "corpId 不正确");
  if (String(agentId) !== app.agentId) throw new ConfigProblem(52019, "agentId 不正确");
  if (!timeStamp) throw new ConfigProblem(52018, "缺少 timeStamp");
  if (!nonceStr) throw new ConfigProblem(52015, "缺少 nonceStr");
  const signed = `jsapi_ticket=${tokens.ticket()}&noncestr=${nonceStr}&timestamp=${timeStamp}&url=${url}`;
  const known = ["sha256", "sha1"].map((algorithm) => createHash(algorithm).update(signed, "utf8").digest("hex"));
  if (!known.includes(String(signature))) throw new ConfigProblem(52013, "签名校验失败");
}
