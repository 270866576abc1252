import { createServer, type IncomingMessage } from "node:http";
import { openRedmine } from "../../packages/connectors/src/redmine/testing-redmine.ts";

/** The Redmine in memory behind a port of this machine; what it holds is `world`. */
export interface RedmineStub extends Pick<ReturnType<typeof openRedmine>, "world" | "held" | "book" | "revoke"> {
  /** What is typed into the form, `http://127.0.0.1:41234/redmine`. */
  readonly address: string;
  readonly key: string;
  close(): Promise<void>;
}

/** Serves it with an administrator's key; port 0 takes a free one. */
export async function serveRedmine(port = 0): Promise<RedmineStub> {
  const town = openRedmine({ key: "admin" });
  const server = createServer(async (request, response) => {
    const answer = await town.fetch(await requestOf(request));
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
  const { port: taken } = server.address() as { port: number };
  const { world, held, book, revoke } = town;
  return {
    ...{ world, held, book, revoke },
    address: `http://127.0.0.1:${taken}/redmine`,
    key: town.settings.key ?? "",
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function requestOf(message: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  const { method = "GET", headers, url = "/" } = message;
  const given = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  const hasBody = method !== "GET" && method !== "HEAD" && chunks.length > 0;
  return new Request(`http://${headers.host}${url}`, {
    method,
    headers: given,
    ...(hasBody ? { body: Buffer.concat(chunks) } : {}),
  });
}
