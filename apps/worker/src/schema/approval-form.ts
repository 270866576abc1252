import { z } from "@hono/zod-openapi";

const FormKind = z
  .enum(["leave", "overtime", "trip", "punch-correction"])
  .nullable()
  .openapi({ description: "Null: nothing of attendance. 出差 and 外出 are both a trip." });

export const ApprovalForms = z
  .object({ forms: z.array(z.object({ processCode: z.string(), title: z.string(), kind: FormKind })) })
  .openapi("ApprovalForms");

export const ProcessCode = z
  .string()
  .regex(/^[\w.:-]{1,128}$/)
  .openapi({ example: "PROC-1D6F0A3C-0000-4E55-9B1F-OVERTIME0001" });

export const ApprovalFormInput = z.object({ kind: FormKind }).strict().openapi("ApprovalFormInput");
