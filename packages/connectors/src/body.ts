import { ConnectorError } from "./error.ts";

const mostBytes = 8_000_000;

/** A response's text. Throws `unreadable` for more than 8 MB, which no page of any product needs. */
export async function textOf(response: Response): Promise<string> {
  if (response.body === null) return "";
  if (isShort(response)) return response.text();
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.byteLength;
    if (bytes > mostBytes) {
      await reader.cancel();
      throw new ConnectorError({ kind: "unreadable", code: "too-large" });
    }
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}

/** Whether an answer says itself that it is short; one that is packed may unfold. */
function isShort({ headers }: Response): boolean {
  const length = headers.get("content-length");
  return length !== null && Number(length) <= mostBytes && !headers.has("content-encoding");
}
