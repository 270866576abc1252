import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "antd-mobile/es/global";
import "./theme/tokens.css";
import "./theme/base.css";
import { App } from "./app.tsx";
import { isInDingTalk } from "./dingtalk.ts";
import { applyPreference } from "./preference.ts";

applyPreference();
void isInDingTalk();
const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
