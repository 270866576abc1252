import { z } from "zod";
import type { DingTalk } from "./client.ts";
import { DingTalkError } from "./error.ts";
import { maybe, number, readAnswer, text } from "./lenient.ts";

const PATH = "/topapi/v2/user/getuserinfo";
const codeProblems = new Set(["40078", "40079", "41007"]);

/** Who a login code belongs to. `sysLevel` 1 is the main administrator, 2 a sub-administrator, 100 the boss, 0 anybody else. */
export interface SignedInPerson {
  readonly userId: string;
  readonly unionId: string | null;
  readonly name: string;
  readonly sysLevel: number;
}

const personAnswer = z.object({
  result: z.object({ userid: text, unionid: maybe(text), name: maybe(text), sys_level: maybe(number) }),
});

/** Exchanges a silent-login code (免登), valid once for 5 minutes; throws `code-invalid` for a wrong, used or foreign one. */
export async function personOfCode(dingtalk: DingTalk, code: string): Promise<SignedInPerson> {
  const answer = await dingtalk.callOld(PATH, { code }).catch((error: unknown) => {
    throw error instanceof DingTalkError && codeProblems.has(error.code)
      ? new DingTalkError({ kind: "code-invalid", path: PATH, code: error.code, requestId: error.requestId })
      : error;
  });
  const { result } = readAnswer(answer, PATH, personAnswer);
  return {
    userId: result.userid,
    unionId: result.unionid,
    name: result.name ?? "",
    sysLevel: result.sys_level ?? 0,
  };
}
