import Link from "next/link";
import type { ComponentProps } from "react";
import { type ButtonLook, type ButtonSize, LIBRARY_VARIANT } from "./button-look";

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({
  look = "secondary",
  size = "md",
  className = "",
  ...rest
}: ComponentProps<typeof Link> & { look?: ButtonLook; size?: ButtonSize }) {
  return (
    <Link
      {...rest}
      className={`button button--${LIBRARY_VARIANT[look]} button--${size} ${className}`}
    />
  );
}
