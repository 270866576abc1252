import Antd from "antd-mobile/es/components/button";
import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";
import "./button.css";

/** How loud a button is: one `primary` a page at most. */
type Loudness = "primary" | "tint" | "outline" | "quiet";

interface ButtonProps {
  readonly kind?: Loudness;
  readonly icon?: IconName;
  readonly disabled?: boolean;
  readonly block?: boolean;
  /** 56 px instead of 48 px. */
  readonly tall?: boolean;
  readonly "aria-label"?: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** A button that says what happens; its label wraps and it grows rather than being cut. */
export function Button({ kind = "outline", icon, tall = false, block = false, children, ...rest }: ButtonProps) {
  const size = tall ? " td-button-tall" : "";
  return (
    <Antd className={`td-button td-button-${kind}${size}`} block={block} {...rest}>
      <span className="td-button-label">
        {icon && <Icon name={icon} strong />}
        <span>{children}</span>
      </span>
    </Antd>
  );
}
