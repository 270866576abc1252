import type { DingTalkEvent } from "../callback/event.ts";
import { eventAnswer, pingAnswer, readFrame, refusalAnswer, type StreamFrame } from "./frame.ts";

/** What of a WebSocket is used; that of browsers, Workers and Node will do. It must be open already. */
export interface StreamSocket {
  send(text: string): void;
  close(): void;
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: "close" | "error", listener: () => void): void;
}

/** Why a connection is no longer the one to listen to: DingTalk announced its end, it ended, or nothing came for too long. */
export type StreamEnd = "moved" | "closed" | "silent";

/** A connection being served; `ended` settles once. */
export interface StreamConnection {
  readonly ended: Promise<StreamEnd>;
  /** Ends a connection on which nothing came since the given instant. */
  endIfSilentSince(instant: number): void;
  close(): void;
}

/** Takes an event once however often it comes; rejected, it is asked for again. */
export type TakeEvent = (event: DingTalkEvent) => Promise<void>;

/** Serves a socket: answers pings, takes events and answers them, notices the end. A moved connection still answers until it closes. */
export function serveSocket(socket: StreamSocket, take: TakeEvent, now: () => number): StreamConnection {
  let finish: (end: StreamEnd) => void = () => undefined;
  const ended = new Promise<StreamEnd>((resolve) => {
    finish = resolve;
  });
  let last = now();

  const reply = (text: string) => {
    try {
      socket.send(text);
    } catch {
      // Of a closed socket; what was not answered is sent again.
      finish("closed");
    }
  };

  socket.addEventListener("message", ({ data }) => {
    last = now();
    const frame = readFrame(data);
    if (frame.kind === "disconnect") finish("moved");
    else respond(frame, take, reply);
  });
  socket.addEventListener("close", () => finish("closed"));
  socket.addEventListener("error", () => finish("closed"));

  return {
    ended,
    endIfSilentSince: (instant) => {
      if (last <= instant) finish("silent");
    },
    close: () => {
      finish("closed");
      try {
        socket.close();
      } catch {
        // It is closed already.
      }
    },
  };
}

function respond(frame: StreamFrame, take: TakeEvent, reply: (text: string) => void): void {
  if (frame.kind === "ping") reply(pingAnswer(frame.messageId, frame.data));
  if (frame.kind === "callback") reply(refusalAnswer(frame.messageId, 404));
  if (frame.kind === "unreadable" && frame.messageId !== null) reply(refusalAnswer(frame.messageId, 400));
  if (frame.kind !== "event") return;
  const { messageId, event } = frame;
  take(event).then(
    () => reply(eventAnswer(messageId, true)),
    () => reply(eventAnswer(messageId, false)),
  );
}
