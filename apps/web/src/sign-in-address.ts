const route = /^\/[\w\-./~%=&?,:]*$/;

/** Where a browser outside DingTalk signs in and comes back from to the page it is on: `#/team` gives `/api/login?returnTo=%2Fteam`. */
export function loginAddress(hash: string): string {
  const wanted = hash.replace(/^#/, "");
  return route.test(wanted) ? `/api/login?${new URLSearchParams({ returnTo: wanted })}` : "/api/login";
}
