import { useEffect } from "react";
import { setTitle } from "./dingtalk.ts";

/** Sets the title of the page in DingTalk's bar; we draw none of our own. */
export function useTitle(title: string): void {
  useEffect(() => {
    void setTitle(title);
  }, [title]);
}
