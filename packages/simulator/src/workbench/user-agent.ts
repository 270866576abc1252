export type Platform = "ios" | "android";

const USER_AGENTS: Record<Platform, string> = {
  ios: "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 AliApp(DingTalk/8.0.20) com.laiwang.DingTalk/48012309 Channel/201200 language/zh-Hans-CN UT4Aplus/0.0.6 WK",
  android:
    "Mozilla/5.0 (Linux; U; Android 14; zh-CN; ALN-AL00 Build/HUAWEIALN-AL00) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36 AliApp(DingTalk/8.0.20) com.alibaba.android.rimet/48012309 Channel/212200 language/zh-CN",
};

/** What a phone with DingTalk calls itself. */
export function userAgentOf(platform: Platform): string {
  return USER_AGENTS[platform];
}
