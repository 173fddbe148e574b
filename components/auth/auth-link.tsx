import Link from "next/link";
import type { ComponentProps } from "react";

/** A way to another page of the sign-in, beside the one that is meant. */
export function AuthLink(props: ComponentProps<typeof Link>) {
  return (
    <Link
      {...props}
      className="inline-flex min-h-6 items-center rounded-sm text-ft-2 underline underline-offset-2 hover:text-ft-1 pointer-coarse:min-h-11"
    />
  );
}
