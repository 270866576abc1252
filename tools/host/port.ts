import { createServer } from "node:net";
import { Refusal } from "../setup/step.mjs";

/** Refuses in one line if nobody may listen there; `setting` is the name by which the person can change it. */
export function refuseBusyPort(port: number, host: string, setting: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => reject(refusal(error, { port, host, setting })));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve()));
  });
}

function refusal(error: NodeJS.ErrnoException, at: { port: number; host: string; setting: string }): Refusal {
  if (error.code === "EADDRINUSE") {
    return new Refusal(`Port ${at.port} is in use by another program: stop it, or choose another with ${at.setting}=…`);
  }
  return new Refusal(
    `Cannot listen on ${at.host}:${at.port} (${error.code}): choose another port with ${at.setting}=…`,
  );
}
