import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { serve } from "@hono/node-server";
import type { Simulator } from "./simulator.ts";
import { acceptUpgrade } from "./stream/socket.ts";

/** A simulator that can be reached over HTTP. */
export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

const TICK_MS = 1000;

/** Opens a port for the simulator and lets its time pass; port 0 takes a free one. Refuses a busy port in one clear line. */
export async function serveSimulator(
  simulator: Simulator,
  { port, host = "127.0.0.1" }: { port: number; host?: string },
): Promise<Served> {
  const { server, taken } = await listen(simulator, { port, host });
  let ticking: Promise<void> | null = null;
  const timer = setInterval(() => {
    ticking ??= simulator
      .tick()
      .catch((error) => console.error(`The simulator's time could not pass: ${error}`))
      .finally(() => {
        ticking = null;
      });
  }, TICK_MS);
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${taken}`,
    async close() {
      clearInterval(timer);
      await ticking;
      simulator.stream.forget();
      await new Promise<void>((done) => {
        server.close(() => done());
        if ("closeAllConnections" in server) server.closeAllConnections();
      });
    },
  };
}

type Server = ReturnType<typeof serve>;

function listen(
  simulator: Simulator,
  { port, host }: { port: number; host: string },
): Promise<{ server: Server; taken: number }> {
  return new Promise((done, refuse) => {
    const server = serve({ fetch: (request) => simulator.fetch(request), port, hostname: host }, ({ port: taken }) =>
      done({ server, taken }),
    );
    server.on("upgrade", (request: IncomingMessage, socket: Duplex) =>
      acceptUpgrade(request, socket, simulator.stream),
    );
    server.once("error", (error: NodeJS.ErrnoException) =>
      refuse(
        error.code === "EADDRINUSE"
          ? new Error(`Port ${port} on ${host} is busy; choose another SIMULATOR_PORT.`)
          : error,
      ),
    );
  });
}
