import type { Delivery, Inbound } from "../connector.ts";
import { ConnectorError } from "../error.ts";
import { readBody } from "../lenient.ts";
import { isOurs } from "./comment.ts";
import type { Settings } from "./setting.ts";
import { Hook } from "./shape.ts";

/** Webhooks of Trello, signed with the app's secret over the body and the address they were registered for. */
export function createInbound({ appSecret, callback }: Pick<Settings, "appSecret" | "callback">): Inbound {
  return {
    verify: async (delivery) => {
      // Registering asks by HEAD whether anybody is there, says nothing and signs nothing.
      if (delivery.method === "HEAD") return true;
      const signature = bytesOf(delivery.headers.get("x-trello-webhook") ?? "");
      if (appSecret === "" || signature === null) return false;
      const address = new TextEncoder().encode(callback === "" ? delivery.url : callback);
      const signed = new Uint8Array(delivery.body.length + address.length);
      signed.set(delivery.body);
      signed.set(address, delivery.body.length);
      return crypto.subtle.verify("HMAC", await keyOf(appSecret), signature, signed);
    },
    parse: (delivery) => {
      if (delivery.method === "HEAD") return [];
      const { action } = readBody(jsonOf(delivery.body), Hook);
      const { text, action: comment, board, card } = action.data;
      if (isOurs(text ?? "") || isOurs(comment?.text ?? "")) return [];
      return [{ deliveryId: action.id, projectId: board?.id ?? null, taskId: card?.id ?? null }];
    },
  };
}

function keyOf(secret: string): Promise<CryptoKey> {
  const bytes = new TextEncoder().encode(secret);
  return crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-1" }, false, ["verify"]);
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}

function jsonOf(body: Delivery["body"]): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    throw new ConnectorError({ kind: "unreadable", code: "not-json" });
  }
}
