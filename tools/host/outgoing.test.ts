import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo, LookupFunction } from "node:net";
import { Request } from "miniflare";
import { afterEach, expect, test } from "vitest";
import { openOutgoing } from "./outgoing.ts";

let undo: (() => void)[] = [];
afterEach(() => {
  for (const step of undo) step();
  undo = [];
});

/** A server on this machine that says what it was asked. */
async function serve() {
  const asked: IncomingMessage[] = [];
  const server = createServer(async (request, response) => {
    asked.push(request);
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    if (request.url === "/moved") return response.writeHead(302, { location: "http://127.0.0.1/x" }).end();
    if (request.url === "/gone") return response.writeHead(204).end();
    response.writeHead(201, { "today-outgoing": "private", "x-two": "b", "set-cookie": ["a=1", "b=2"] });
    response.end(
      JSON.stringify({ method: request.method, host: request.headers.host, body: String(Buffer.concat(parts)) }),
    );
  }).listen(0, "127.0.0.1");
  await new Promise((done) => server.once("listening", done));
  undo.push(() => server.close().closeAllConnections());
  return { asked, port: (server.address() as AddressInfo).port };
}

/** A resolver that tells one address of every name, whichever way it is asked. */
function resolving(...addresses: string[]): LookupFunction {
  return (_hostname, options, callback) => {
    const all = addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
    if (options.all) callback(null, all);
    else callback(null, all[0]?.address ?? "", all[0]?.family ?? 4);
  };
}

const inside = resolving("127.0.0.1");

test("a request goes out as it is and its answer comes back, without what is between the two of us", async () => {
  const { port, asked } = await serve();
  const out = openOutgoing(true, inside);
  const headers = { "x-redmine-api-key": "k", "content-type": "application/json", "today-outgoing": "x" };
  const answer = await out(new Request(`http://pm.example.com:${port}/a`, { method: "PUT", body: "{}", headers }));
  expect(answer.status).toBe(201);
  expect(await answer.json()).toEqual({ method: "PUT", host: `pm.example.com:${port}`, body: "{}" });
  expect(answer.headers.get("today-outgoing")).toBeNull();
  expect(answer.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  expect(asked[0]?.headers).toMatchObject({ "x-redmine-api-key": "k", "content-type": "application/json" });
  expect(asked[0]?.headers["today-outgoing"]).toBeUndefined();
  const moved = await out(new Request(`http://pm.example.com:${port}/moved`));
  expect([moved.status, moved.headers.get("location")]).toEqual([302, "http://127.0.0.1/x"]);
  expect((await out(new Request(`http://pm.example.com:${port}/gone`))).status).toBe(204);
});

test("a public name that leads inside is not connected to", async () => {
  const { port, asked } = await serve();
  const url = `http://pm.example.com:${port}/`;
  for (const lookup of [
    inside,
    resolving("8.8.8.8", "127.0.0.1"),
    resolving("::ffff:127.0.0.1"),
    resolving("fd00::1"),
  ]) {
    const answer = await openOutgoing(false, lookup)(new Request(url));
    expect([answer.status, answer.headers.get("today-outgoing")]).toEqual([502, "private"]);
  }
  expect(asked).toEqual([]);
});

test("a name is looked up when it is called: what was public yesterday may lead inside today", async () => {
  const { port, asked } = await serve();
  const answers = ["127.0.0.1", "10.0.0.7"];
  let calls = 0;
  const rebinding: LookupFunction = (hostname, options, callback) =>
    resolving(answers[calls++] ?? "10.0.0.7")(hostname, options, callback);
  const out = openOutgoing(false, rebinding);
  for (let n = 0; n < 3; n++) {
    const answer = await out(new Request(`https://pm.example.com:${port}/`));
    expect(answer.headers.get("today-outgoing")).toBe("private");
  }
  expect(asked).toEqual([]);
});

test("addresses in the open are judged without a lookup", async () => {
  const { port, asked } = await serve();
  const out = openOutgoing(false, resolving("8.8.8.8"));
  for (const host of ["127.0.0.1", "[::1]", "2130706433", "localhost", "nas.lan"]) {
    const answer = await out(new Request(`http://${host}:${port}/`));
    expect(answer.headers.get("today-outgoing"), host).toBe("private");
  }
  expect(asked).toEqual([]);
});

test("who does not answer is unreachable", async () => {
  const gone: LookupFunction = (_hostname, _options, callback) =>
    callback(Object.assign(new Error("none"), { code: "ENOTFOUND" }), "", 4);
  expect((await openOutgoing(false, gone)(new Request("https://pm.example.com/"))).headers.get("today-outgoing")).toBe(
    "unreachable",
  );
  const { port } = await serve();
  // It speaks no TLS.
  const answer = await openOutgoing(true, inside)(new Request(`https://pm.example.com:${port}/`));
  expect([answer.status, answer.headers.get("today-outgoing")]).toEqual([502, "unreachable"]);
});
