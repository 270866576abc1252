import type { DingTalk } from "@today/dingtalk/client";

/** Knows which calls of clients are under way; `idle` resolves when none is. */
export function createUnderway() {
  const underway = new Set<Promise<unknown>>();

  function noted<T>(call: Promise<T>): Promise<T> {
    underway.add(call);
    const end = () => underway.delete(call);
    call.then(end, end);
    return call;
  }

  return {
    watched: (dingtalk: DingTalk): DingTalk => ({
      corpId: dingtalk.corpId,
      callOld: (...asked) => noted(dingtalk.callOld(...asked)),
      callNew: (...asked) => noted(dingtalk.callNew(...asked)),
    }),
    async idle(): Promise<void> {
      while (underway.size > 0) await Promise.allSettled(underway);
    },
  };
}
