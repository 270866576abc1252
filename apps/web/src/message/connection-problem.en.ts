import type { connectionProblemZh } from "./connection-problem.zh.ts";

export const connectionProblemEn: Record<keyof typeof connectionProblemZh, readonly [cause: string, act: string]> = {
  busy: ["DingTalk is busy", "Check again in a minute"],
  throttled: ["DingTalk was asked too fast", "Check again in a minute"],
  quota: ["This month's calls are used up", "Check next month, or buy more calls"],
  "ip-refused": ["DingTalk refuses this address", "Add it there and save"],
  permission: ["A permission is missing", "Apply for those below, then check again"],
  credentials: ["DingTalk refuses the Client ID or Client Secret", "Copy them again from the console, then restart"],
  "not-found": ["DingTalk knows no such person or department", "Read the people once, then check again"],
  "bad-request": ["DingTalk refuses the request", "Open the details and send us the code"],
  banned: ["DingTalk has banned this address for a while", "Wait 5 minutes, then check again"],
  unreadable: ["The answer was not DingTalk's", "Look at the proxy or relay in between"],
  timeout: ["DingTalk did not answer", "See whether the server reaches the internet, then check again"],
  "code-invalid": ["The login code was used or is too old", "Close it and open it from the workbench again"],
  "contact-range": ["The contact range leaves somebody out", "Set the range of the contacts permission to everybody"],
  "app-stopped": ["The app is stopped", "Start it again in the console"],
  "company-disabled": ["The organisation is disabled", "Ask its main administrator to restore it"],
  internal: ["Something went wrong here", "Check again"],
  "agent-id-missing": ["The AgentId is not filled in", "Put it into DINGTALK_AGENT_ID, then restart"],
  "not-opened-yet": ["Nobody has opened it from the workbench", "Fill in the home address and open it once"],
  "callback-keys-missing": ["aes_key and token are not filled in", "Put them into the settings, then restart"],
  "no-push-yet": ["DingTalk has not verified this address", "Fill in the address and save it in the console"],
  "nobody-came-yet": ["No colleague has signed in", "Release it and ask a colleague to open it once"],
};

export const stepProblemEn: Readonly<Record<string, readonly [cause: string, act: string]>> = {
  "credentials.permission": ["The app may not fetch a token", "See that it is an internal app, then check again"],
  "credentials.bad-request": ["DingTalk refuses these credentials", "Compare CorpId, Client ID and Client Secret"],
  "credentials.not-found": [
    "DingTalk finds no such organisation or app",
    "Compare CorpId, Client ID and Client Secret",
  ],
  "scopes.quota": [
    "This month's calls are used up, attendance cannot be checked",
    "Check next month, or buy more calls",
  ],
  "scopes.not-found": [
    "You are outside the app's contact range",
    "Set the range of the contacts permission to everybody",
  ],
  "address.timeout": ["The server does not reach DingTalk", "Look at the firewall, the proxy and the relay"],
  "events.ip-refused": ["DingTalk refuses this address", "Mend the step of the server's address first"],
  "home.code-invalid": ["The login code was used or is too old", "Close it and open it from the workbench again"],
  "run.permission": ["A permission is missing", "See under Permissions which one"],
  "run.ip-refused": ["DingTalk refuses the server's address", "Copy it under Server egress IP"],
  "run.credentials": ["DingTalk refuses the credentials", "Check them under Credentials"],
  "run.quota": ["This month's calls are used up", "It goes on next month, or buy more calls"],
  "run.busy": ["DingTalk stayed busy", "Pull again later"],
  "run.throttled": ["DingTalk was asked too fast", "Pull again later"],
  "run.timeout": ["DingTalk did not answer", "Pull again later"],
  "run.internal": ["Something went wrong here", "Pull again"],
  "release.permission": ["These people may not use the app yet", "Choose them in the visible range"],
};
