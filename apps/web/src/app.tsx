import { QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import { Gate } from "./gate.tsx";
import { MessageProvider, useLoadedMessage } from "./message.ts";
import { NoticeGate } from "./notice-gate.tsx";
import { languageOf, usePreference } from "./preference.ts";
import { createQueryClient } from "./query-client.ts";
import { EmptyShell, Shell } from "./shell.tsx";

/** The whole app: its language, its cache, the way in, and the page inside the frame. */
export function App() {
  const [client] = useState(createQueryClient);
  const [preference] = usePreference();
  const message = useLoadedMessage(languageOf(preference));
  if (message === null) return null;
  return (
    <QueryClientProvider client={client}>
      <MessageProvider value={message}>
        <Gate waiting={<EmptyShell />}>
          {(session) => (
            <NoticeGate session={session}>
              <Shell session={session} />
            </NoticeGate>
          )}
        </Gate>
      </MessageProvider>
    </QueryClientProvider>
  );
}
