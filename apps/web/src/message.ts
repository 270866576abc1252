import { createContext, useContext, useEffect, useState } from "react";
import type { Language } from "./format.ts";
import { zh } from "./message/zh.ts";
import { codeOf } from "./problem.ts";

type Sentences = typeof zh;
type ProblemKey = Extract<keyof Sentences, `problem.${string}`>;

/** Every sentence in one language, `m["shell.retry"]`, and that language's name for the formatters, `m.lang`. */
export type Message = Sentences & { readonly lang: Language };

const chinese: Message = { ...zh, lang: "zh" };
const Spoken = createContext<Message>(chinese);

/** Hands the messages to everything inside; without it everything speaks Chinese. */
export const MessageProvider = Spoken.Provider;

/** The messages in the reader's language. */
export function useMessage(): Message {
  return useContext(Spoken);
}

/** The messages of a language, null until they are there. English is fetched only by those who read it. */
export function useLoadedMessage(language: Language): Message | null {
  const [english, setEnglish] = useState<Message | null>(null);
  useEffect(() => {
    if (language !== "en" || english !== null) return;
    void import("./message/en.ts").then(({ en }) => setEnglish({ ...en, lang: "en" }));
  }, [language, english]);
  return language === "zh" ? chinese : english;
}

/** The sentence for a failure; a code that nobody foresaw is said to be our fault. */
export function problemSentence(m: Message, error: unknown): string {
  const key = `problem.${codeOf(error)}`;
  return isProblemKey(key) ? m[key] : m["problem.internal"];
}

function isProblemKey(key: string): key is ProblemKey {
  return key in zh;
}
