import { Component, type ReactNode } from "react";
import { type Message, useMessage } from "../message.ts";
import { Button } from "./button.tsx";
import { EmptyState } from "./empty-state.tsx";

/** Keeps the frame standing when a page could not be loaded or drawn. */
export class Boundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? <Failed /> : this.props.children;
  }
}

function Failed() {
  const m: Message = useMessage();
  const text = navigator.onLine === false ? m["problem.offline"] : m["problem.internal"];
  return <EmptyState action={<Button onClick={() => location.reload()}>{m["shell.retry"]}</Button>}>{text}</EmptyState>;
}
