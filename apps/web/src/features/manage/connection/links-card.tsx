import { hashOf } from "../../../route.ts";
import { Icon } from "../../../ui/icon.tsx";
import { useWords } from "./words.ts";

/** The other pages of 连接. */
export function LinksCard() {
  const m = useWords();
  return (
    <nav className="td-card connection-list" aria-label={m["connection.title"]}>
      {(["calls", "scopes"] as const).map((name) => (
        <a key={name} className="connection-run" href={hashOf("manage", "connection", name)}>
          <span className="connection-run-text">
            <b>{m[`link.${name}`]}</b>
            <span className="td-small td-second">{m[`link.${name}.what`]}</span>
          </span>
          <Icon name="right" />
        </a>
      ))}
    </nav>
  );
}
