import { SECOND } from "../company/beijing.ts";
import { between, drawFrom, hexadecimal } from "../company/random.ts";
import type { Event } from "../events/event.ts";
import { type Ack, ackFrom, callbackFrame, eventFrame, type Frame, type Marks, systemFrame } from "./frame.ts";

const TICKET_LIFE = 90 * SECOND;
/** Real milliseconds that a connection still stands after `disconnect`. */
const GRACE_MS = 10 * SECOND;

/** One thing an app wants to hear: `{ type: "EVENT", topic: "*" }`. */
export interface Subscription {
  readonly type: string;
  readonly topic: string;
}

/** The way to an app: a socket, or whatever a test has for one. */
export interface Line {
  send(text: string): void;
  close(): void;
}

/** What the line's other end tells. */
export interface Joined {
  hear(text: string): void;
  gone(): void;
}

interface Connection {
  readonly id: string;
  readonly line: Line;
  readonly subscriptions: readonly Subscription[];
  readonly since: number;
  leaving: boolean;
  lastPong: string | null;
}

/** Connections by which an app hears of events instead of being called. */
export interface Stream {
  /** A ticket for one connection within ninety seconds. */
  ticket(subscriptions: readonly Subscription[]): string;
  /** Takes a ticket; null when it is unknown, used or too old. */
  join(ticket: string, line: Line): Joined | null;
  /** Sends an event on any one connection that wants it; answers the message's id, or null when nobody listens. */
  sendEvent(event: Event, numbered: { eventId: string; content: object | null }): string | null;
  sendCallback(topic: string, data: object): string | null;
  ping(opaque: string): number;
  /** Asks connections to go: all, or one. Answers how many. */
  disconnect(reason: string, id?: string): number;
  onAck(hear: (ack: Ack) => void): void;
  list(): readonly Pick<Connection, "id" | "subscriptions" | "since" | "leaving" | "lastPong">[];
  forget(): void;
}

export function createStream({ seed, corpId, now }: { seed: number; corpId: string; now: () => number }): Stream {
  const tickets = new Map<string, { subscriptions: readonly Subscription[]; until: number }>();
  const connections = new Map<string, Connection>();
  const hearers = new Set<(ack: Ack) => void>();
  const appId = `app${hexadecimal(drawFrom(seed, 18), 24)}`;
  let counted = 0;
  const mint = (length: number) => hexadecimal(drawFrom(seed, ++counted, 19), length);
  const marks = ({ id }: Connection): Marks => ({ appId, connectionId: id, messageId: `m_${mint(16)}`, now: now() });
  const give = ({ line }: Connection, frame: Frame): string => {
    line.send(JSON.stringify(frame));
    return frame.headers.messageId ?? "";
  };
  const someone = (wanted: (subscription: Subscription) => boolean): Connection | null => {
    const fit = [...connections.values()].filter(
      ({ leaving, subscriptions }) => !leaving && subscriptions.some(wanted),
    );
    return fit[between(drawFrom(seed, ++counted, 20), 0, fit.length - 1)] ?? null;
  };
  const standing = (id?: string) => [...connections.values()].filter((one) => !one.leaving && (!id || one.id === id));

  return {
    ticket(subscriptions) {
      const ticket = mint(32);
      tickets.set(ticket, { subscriptions, until: now() + TICKET_LIFE });
      return ticket;
    },
    join(ticket, line) {
      const found = tickets.get(ticket);
      tickets.delete(ticket);
      if (!found || now() >= found.until) return null;
      const own = { id: `c-${mint(12)}`, line, subscriptions: found.subscriptions, since: now() };
      const connection: Connection = { ...own, leaving: false, lastPong: null };
      connections.set(connection.id, connection);
      for (const topic of ["CONNECTED", "REGISTERED"]) give(connection, systemFrame(topic, {}, marks(connection)));
      return {
        hear(text) {
          const ack = ackFrom(text);
          if (!ack) return;
          connection.lastPong = ack.messageId;
          for (const hear of hearers) hear(ack);
        },
        gone: () => connections.delete(connection.id),
      };
    },
    sendEvent(event, { eventId, content }) {
      const connection = someone(({ type }) => type === "EVENT");
      return connection && give(connection, eventFrame(event, { eventId, corpId, content }, marks(connection)));
    },
    sendCallback(topic, data) {
      const connection = someone((one) => one.type === "CALLBACK" && one.topic === topic);
      return connection && give(connection, callbackFrame(topic, data, marks(connection)));
    },
    ping(opaque) {
      const all = standing();
      for (const one of all) give(one, systemFrame("ping", { opaque }, marks(one)));
      return all.length;
    },
    disconnect(reason, id) {
      const all = standing(id);
      for (const one of all) {
        one.leaving = true;
        give(one, systemFrame("disconnect", { reason }, marks(one)));
        const timer = setTimeout(() => one.line.close(), GRACE_MS);
        timer.unref();
      }
      return all.length;
    },
    onAck: (hear) => hearers.add(hear),
    list: () => [...connections.values()].map(({ line: _line, ...shown }) => shown),
    forget() {
      tickets.clear();
      for (const { line } of connections.values()) line.close();
      connections.clear();
    },
  };
}
