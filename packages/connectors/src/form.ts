/** The same text in both languages of the app. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

export interface Choice {
  readonly value: string;
  readonly label: Words;
}

/** One setting of a connection. A `choice` without choices of its own gets them from `Check.offers`; where nothing is offered its value is typed in. */
export interface FormField {
  readonly name: string;
  readonly label: Words;
  readonly kind: "text" | "secret" | "address" | "choice";
  readonly required: boolean;
  readonly help: Words;
  readonly choices?: readonly Choice[];
}
