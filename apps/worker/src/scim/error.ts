import type { ContentfulStatusCode } from "hono/utils/http-status";

export type ScimType =
  | "invalidFilter"
  | "invalidPath"
  | "invalidSyntax"
  | "invalidValue"
  | "noTarget"
  | "uniqueness"
  | "tooMany";

/** A refusal in SCIM's own words (RFC 7644, 3.12); `detail` tells nothing personal. */
export class ScimError extends Error {
  readonly status: ContentfulStatusCode;
  readonly scimType: ScimType | null;

  constructor(status: ContentfulStatusCode, scimType: ScimType | null, detail: string) {
    super(detail);
    this.name = "ScimError";
    this.status = status;
    this.scimType = scimType;
  }

  get body(): object {
    return {
      schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
      status: String(this.status),
      ...(this.scimType === null ? {} : { scimType: this.scimType }),
      detail: this.message,
    };
  }
}
