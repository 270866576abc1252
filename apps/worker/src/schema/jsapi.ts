import { z } from "@hono/zod-openapi";

export const JsapiQuery = z.object({
  url: z.url().max(2000).openapi({ description: "the page's own address", example: "https://today.example.com/" }),
  apis: z
    .string()
    .max(1000)
    .regex(/^[\w.]+(,[\w.]+)*$/)
    .optional()
    .openapi({ description: "names without `dd.`", example: "device.geolocation.get" }),
  digest: z.enum(["sha-1", "sha-256"]).optional().openapi({ description: "the setting's without it" }),
});

export const JsapiSignature = z
  .object({
    agentId: z.string(),
    corpId: z.string(),
    timeStamp: z.string(),
    nonceStr: z.string(),
    signature: z.string(),
    type: z.literal(0),
    jsApiList: z.array(z.string()),
  })
  .openapi("JsapiSignature", { description: "What `dd.config` wants." });
