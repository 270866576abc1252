import { textOf } from "@today/connectors/body";
import type { ConnectorError } from "@today/connectors/error";
import { expect, test } from "vitest";
import { guardOutgoing, throughHost } from "./outgoing.ts";

const hosts = ["pm.example.com", "10.0.0.7", "nas:3000", "[::1]"];

function open(allowsPrivate: boolean, answer: () => Response = () => new Response("{}")) {
  const seen: Request[] = [];
  const way = guardOutgoing(
    async (request) => {
      seen.push(request);
      return answer();
    },
    { hosts, allowsPrivate },
  );
  const ask = (url: string, init?: RequestInit) => way(new Request(url, init));
  const codeOf = (url: string) => ask(url).catch((error: ConnectorError) => [error.kind, error.code].join(" "));
  return { seen, ask, codeOf };
}

test("a request goes to a host of the settings and to nobody else, whoever the address names", async () => {
  const { seen, ask, codeOf } = open(false);
  const sent = await ask("https://pm.example.com/redmine/issues.json", {
    method: "POST",
    body: "{}",
    headers: { a: "b" },
  });
  expect(sent.status).toBe(200);
  for (const url of [
    "https://evil.example.com/",
    "https://pm.example.com.evil.example/",
    "https://pm.example.com:8443/",
    "https://pm.example.com@evil.example/",
    "https://xpm.example.com/",
  ]) {
    expect(await codeOf(url), url).toBe("refused-host host-unknown");
  }
  expect(seen).toHaveLength(1);
  expect(seen[0]?.redirect).toBe("manual");
  expect(seen[0]?.method).toBe("POST");
});

test("a network of one's own, and http, are for houses that allow them", async () => {
  const shut = open(false);
  expect(await shut.codeOf("https://10.0.0.7/")).toBe("refused-host host-private");
  expect(await shut.codeOf("https://0xa.0.0.7/")).toBe("refused-host host-private");
  expect(await shut.codeOf("https://nas:3000/")).toBe("refused-host host-private");
  expect(await shut.codeOf("https://[::1]/")).toBe("refused-host host-private");
  expect(await shut.codeOf("http://pm.example.com/")).toBe("refused-host https-wanted");
  expect(shut.seen).toEqual([]);
  const open_ = open(true);
  for (const url of ["http://10.0.0.7/", "http://nas:3000/", "https://pm.example.com/"]) await open_.ask(url);
  expect(await open_.codeOf("http://nas/")).toBe("refused-host host-unknown");
  expect(open_.seen).toHaveLength(3);
});

test("a redirect comes back as it is", async () => {
  const moved = () => new Response(null, { status: 302, headers: { location: "https://evil.example/" } });
  const { ask } = open(false, moved);
  expect((await ask("https://pm.example.com/")).status).toBe(302);
});

test("an answer without an end is given up", async () => {
  const part = new Uint8Array(1_000_000).fill(32);
  let sent = 0;
  const endless = () =>
    new Response(
      new ReadableStream({
        pull(controller) {
          sent += 1;
          controller.enqueue(part);
        },
      }),
    );
  const { ask } = open(false, endless);
  const response = await ask("https://pm.example.com/");
  await expect(response.text()).rejects.toMatchObject({ kind: "unreadable", code: "too-large" });
  expect(sent).toBeLessThan(20);
  await expect(textOf(await ask("https://pm.example.com/"))).rejects.toMatchObject({ code: "too-large" });
});

test("what the host's way out refused is told from what the far side said", async () => {
  const host = (said: string) =>
    throughHost({
      fetch: async () => new Response(null, { status: 502, headers: { "today-outgoing": said } }),
    } as never);
  const request = () => new Request("https://pm.example.com/");
  await expect(host("private")(request())).rejects.toMatchObject({ kind: "refused-host", code: "host-private" });
  await expect(host("unreachable")(request())).rejects.toBeInstanceOf(TypeError);
});
