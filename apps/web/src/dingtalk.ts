/** Which company and application a login code is for. */
export interface LoginAsker {
  readonly corpId: string;
  readonly clientId: string;
}

let bridge: Promise<boolean> | null = null;

/** Whether the page runs inside DingTalk, phone or computer. Outside, every call here quietly does the next best thing. */
export function isInDingTalk(): Promise<boolean> {
  bridge ??= openBridge().catch(() => false);
  return bridge;
}

// The bridge is big and the first screen does not wait for it, so each API is loaded when it is first called.
async function openBridge(): Promise<boolean> {
  const [{ getENV, ENV_ENUM }] = await Promise.all([
    import("dingtalk-jsapi/lib/env"),
    import("dingtalk-jsapi/platform"),
  ]);
  return getENV().platform !== ENV_ENUM.notInDingTalk;
}

/** A fresh login code (免登码), good once and for 5 minutes; null outside DingTalk. */
export async function requestLoginCode({ corpId, clientId }: LoginAsker): Promise<string | null> {
  if (!(await isInDingTalk())) return null;
  const asked = new URLSearchParams(location.search).get("corpId") ?? "";
  // Only the workbench fills the placeholder $CORPID$ (platform.md 2.1).
  const corp = asked === "" || asked.includes("$") ? corpId : asked;
  try {
    const { requestAuthCode$ } = await import("dingtalk-jsapi/api/union/requestAuthCode");
    return (await requestAuthCode$({ corpId: corp, clientId })).code;
  } catch {
    // Clients before 7.0.45 answer "not supported" (platform.md 2.2).
    const { requestAuthCode$ } = await import("dingtalk-jsapi/api/runtime/permission/requestAuthCode");
    return (await requestAuthCode$({ corpId: corp })).code;
  }
}

/** The title in the container's bar; outside DingTalk the browser's. */
export async function setTitle(title: string): Promise<void> {
  document.title = title;
  if (!(await isInDingTalk())) return;
  const { setNavigationTitle$ } = await import("dingtalk-jsapi/api/union/setNavigationTitle");
  await quietly(setNavigationTitle$({ title }));
}

/** A short tick under the finger. */
export async function vibrate(): Promise<void> {
  if (!(await isInDingTalk())) {
    navigator.vibrate?.(10);
    return;
  }
  const { vibrate$ } = await import("dingtalk-jsapi/api/device/notification/vibrate");
  await quietly(vibrate$({ duration: 10 }));
}

/** Opens an address, also one of DingTalk's own pages. */
export async function openLink(url: string): Promise<void> {
  if (!(await isInDingTalk())) {
    location.assign(url);
    return;
  }
  const { openLink$ } = await import("dingtalk-jsapi/api/union/openLink");
  await quietly(openLink$({ url }));
}

/** Leaves the micro-app. */
export async function closePage(): Promise<void> {
  if (!(await isInDingTalk())) return;
  const { closePage$ } = await import("dingtalk-jsapi/api/union/closePage");
  await quietly(closePage$({}));
}

/** Calls `refresh` on each pull down and ends the container's spinner after it; answers how to stop listening. */
export function onPullDown(refresh: () => Promise<unknown>): () => void {
  let isOn = true;
  const listen = async () => {
    if (!(await isInDingTalk()) || !isOn) return;
    const [{ enable$ }, { stop$ }] = await Promise.all([
      import("dingtalk-jsapi/api/ui/pullToRefresh/enable"),
      import("dingtalk-jsapi/api/ui/pullToRefresh/stop"),
    ]);
    const onSuccess = () => {
      if (isOn) void refresh().finally(() => void quietly(stop$({})));
    };
    await enable$({ onSuccess });
  };
  void quietly(listen());
  return () => {
    isOn = false;
  };
}

/** Calls back when the person returns to the page, from a page of DingTalk's or from another window. */
export function onResume(call: () => void): () => void {
  const onVisible = () => {
    if (document.visibilityState === "visible") call();
  };
  document.addEventListener("resume", call);
  document.addEventListener("visibilitychange", onVisible);
  return () => {
    document.removeEventListener("resume", call);
    document.removeEventListener("visibilitychange", onVisible);
  };
}

// Nothing depends on these calls, and older clients lack some of them.
async function quietly(call: Promise<unknown>): Promise<void> {
  await call.catch(() => undefined);
}
