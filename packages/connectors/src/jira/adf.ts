/** Text as a document of Atlassian's format, a paragraph for each line; no text is a document with nothing in it. */
export function documentOf(text: string): object {
  // An empty text node makes a document invalid, so an empty line is a paragraph without one.
  const paragraphs = text === "" ? [] : text.split("\n").map(paragraphOf);
  return { type: "doc", version: 1, content: paragraphs };
}

/** All that a person could read of a document, its parts parted by spaces; of anything else nothing. */
export function textOfDocument(value: unknown): string {
  const parts: string[] = [];
  const rest: unknown[] = [value];
  // Without recursion: a document may be nested as deep as its writer likes.
  while (rest.length > 0) {
    const node = rest.pop();
    if (!isRecord(node)) continue;
    if (typeof node.text === "string") parts.push(node.text);
    if (Array.isArray(node.content)) rest.push(...node.content.toReversed());
  }
  return parts.join(" ");
}

function paragraphOf(line: string): object {
  return line === ""
    ? { type: "paragraph", content: [] }
    : { type: "paragraph", content: [{ type: "text", text: line }] };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
