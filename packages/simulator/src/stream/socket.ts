import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { Stream } from "./stream.ts";

const KEY_TAIL = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
const TEXT = 1;
const CLOSE = 8;
const PING = 9;
const PONG = 10;
const MOST_BYTES = 1_000_000;

/** Answers an HTTP upgrade to `/connect?ticket=…` with a WebSocket (RFC 6455); any other is refused. */
export function acceptUpgrade(request: IncomingMessage, socket: Duplex, stream: Stream): void {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://simulator");
  const key = request.headers["sec-websocket-key"];
  if (pathname !== "/connect" || typeof key !== "string") {
    refuse(socket, "404 Not Found");
    return;
  }
  const write = (opcode: number, body: Buffer) => {
    if (!socket.destroyed) socket.write(frameOf(opcode, body));
  };
  const accepted = createHash("sha1").update(`${key}${KEY_TAIL}`).digest("base64");
  const greeting = `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accepted}\r\n\r\n`;
  let greeted = false;
  const greet = () => {
    if (!greeted) socket.write(greeting);
    greeted = true;
  };
  const joined = stream.join(searchParams.get("ticket") ?? "", {
    send(text) {
      greet();
      write(TEXT, Buffer.from(text));
    },
    close() {
      write(CLOSE, Buffer.from([0x03, 0xe8]));
      socket.end(() => socket.destroy());
    },
  });
  if (!joined) {
    refuse(socket, "401 Unauthorized");
    return;
  }
  greet();
  listen(socket, { joined, write });
}

type Joined = NonNullable<ReturnType<Stream["join"]>>;

function listen(
  socket: Duplex,
  { joined, write }: { joined: Joined; write: (opcode: number, body: Buffer) => void },
): void {
  let rest: Buffer = Buffer.alloc(0);
  let text = "";
  socket.on("data", (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (let frame = readFrame(rest); frame; frame = readFrame(rest)) {
      rest = rest.subarray(frame.length);
      if (frame.opcode === PING) write(PONG, frame.body);
      if (frame.opcode === CLOSE) {
        write(CLOSE, frame.body);
        socket.end(() => socket.destroy());
      }
      if (frame.opcode > TEXT) continue;
      text += frame.body.toString();
      if (!frame.isLast) continue;
      joined.hear(text);
      text = "";
    }
    if (rest.length > MOST_BYTES) socket.destroy();
  });
  socket.on("close", joined.gone);
  socket.on("error", () => socket.destroy());
}

interface Read {
  readonly opcode: number;
  readonly isLast: boolean;
  readonly body: Buffer;
  /** In bytes, with its head. */
  readonly length: number;
}

/** The first whole frame of a client, unmasked; null while something is missing. */
function readFrame(bytes: Buffer): Read | null {
  if (bytes.length < 6) return null;
  const first = bytes.readUInt8(0);
  const short = bytes.readUInt8(1) & 0x7f;
  const extra = short === 127 ? 8 : short === 126 ? 2 : 0;
  if (bytes.length < 6 + extra) return null;
  const size = extra === 8 ? Number(bytes.readBigUInt64BE(2)) : extra === 2 ? bytes.readUInt16BE(2) : short;
  const start = 6 + extra;
  if (bytes.length < start + size) return null;
  const mask = bytes.subarray(start - 4, start);
  const body = Buffer.from(bytes.subarray(start, start + size));
  for (let index = 0; index < size; index += 1) body[index] = (body[index] ?? 0) ^ (mask[index % 4] ?? 0);
  return { opcode: first & 0x0f, isLast: first >= 0x80, body, length: start + size };
}

function frameOf(opcode: number, body: Buffer): Buffer {
  const { length } = body;
  const head = Buffer.alloc(length > 65_535 ? 10 : length > 125 ? 4 : 2);
  head.writeUInt8(0x80 | opcode, 0);
  if (length > 65_535) {
    head.writeUInt8(127, 1);
    head.writeBigUInt64BE(BigInt(length), 2);
  } else if (length > 125) {
    head.writeUInt8(126, 1);
    head.writeUInt16BE(length, 2);
  } else head.writeUInt8(length, 1);
  return Buffer.concat([head, body]);
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
