interface Document {
  readonly paths: Readonly<Record<string, unknown>>;
  readonly components?: unknown;
  readonly webhooks?: unknown;
}

const about = `给其他程序用的接口。密钥由管理员在“接口密钥”里建，放在 \`Authorization: Bearer\` 里；每把密钥有自己的范围和期限。

- 频率：每把密钥每分钟 300 次。\`RateLimit-Policy\` 和 \`RateLimit\` 说还剩多少；超出是 429 和 \`Retry-After\`。
- 翻页：\`next\` 不为 null 时，把它放进 \`cursor\` 再取；\`Link: rel="next"\` 说的是同一件事。翻页当中新来的行不会让别的行重复或漏掉。
- 写入：每个 POST（订阅推送可以不带）都要带 \`Idempotency-Key\`。24 小时内同一个值只写一次：重发得到第一次的回答和 \`Idempotency-Replayed: true\`；换了内容是 422；第一次还没答完是 409。
- 出错：\`application/problem+json\`，看 \`code\`。
- 时间：日期是公司所在时区的日子，时刻带时区，工时是整分钟。这里没有钱、坐标和手机号。

For other programs. An admin makes the keys; each has scopes and an end, and travels in \`Authorization: Bearer\`.

- Rate: 300 requests a minute for each key. \`RateLimit-Policy\` and \`RateLimit\` tell what is left; one too many is 429 with \`Retry-After\`.
- Pages: while \`next\` is not null, send it as \`cursor\`; \`Link: rel="next"\` says the same. Rows that come meanwhile neither repeat nor hide others.
- Writes: every POST wants an \`Idempotency-Key\`. Only a subscription may do without. Within 24 hours a value writes once: a repeat gets the first answer and \`Idempotency-Replayed: true\`; another body is 422; 409 while the first is still being answered.
- Errors: \`application/problem+json\`; go by \`code\`.
- Time: dates are the company's, instants carry their offset, hours are whole minutes. There is no money, no coordinate and no phone number here.`;

/** The public part of the description of all routes: those under /v1, and the schemas they name. */
export function publicDocument(document: Document) {
  const paths = Object.fromEntries(Object.entries(document.paths).filter(([path]) => path.startsWith("/v1/")));
  const components = document.components as { readonly schemas: Readonly<Record<string, unknown>> };
  const names = new Set<string>();
  const { webhooks } = document;
  collect([paths, webhooks], components.schemas, names);
  const schemas = Object.fromEntries([...names].sort().map((name) => [name, components.schemas[name]]));
  return {
    openapi: "3.1.0",
    info: { title: "今日项目 公开接口 · Today public API", version: "1", description: about },
    servers: [{ url: "/" }],
    ...{ paths, webhooks },
    components: {
      schemas,
      securitySchemes: {
        key: { type: "http", scheme: "bearer", bearerFormat: "today_key_…", description: "接口密钥 · an API key" },
      },
    },
  };
}

/** Adds the names of all schemas that a part of the document refers to. */
function collect(part: unknown, schemas: Readonly<Record<string, unknown>>, names: Set<string>): void {
  for (const [, name = ""] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
    if (names.has(name)) continue;
    names.add(name);
    collect(schemas[name], schemas, names);
  }
}
