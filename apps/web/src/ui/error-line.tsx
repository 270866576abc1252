import { useMessage } from "../message.ts";
import { Icon, type IconName } from "./icon.tsx";
import "./error-line.css";

interface ErrorLineProps {
  /** What is the matter, and what is done about it. */
  readonly children: string;
  /** `network` is amber, our own failure red. */
  readonly tone?: "network" | "failure";
  readonly icon?: IconName;
  readonly onRetry?: () => void;
}

/** One line over what is shown, never instead of it. */
export function ErrorLine({ children, tone = "network", icon = "alert", onRetry }: ErrorLineProps) {
  const m = useMessage();
  return (
    <div className="td-error" data-tone={tone} role="status">
      <Icon name={icon} size="1.5rem" />
      <span>{children}</span>
      {onRetry && (
        <button type="button" className="td-error-retry" onClick={onRetry}>
          {m["shell.retry"]}
        </button>
      )}
    </div>
  );
}
