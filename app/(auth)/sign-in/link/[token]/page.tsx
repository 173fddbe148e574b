import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button-link";
import { isSignInLinkOpen } from "@/server/auth/one-time-link";
import { ctx } from "@/server/boot";
import { LinkForm } from "./link-form";

export const metadata: Metadata = { title: "Sign in", referrer: "no-referrer" };

/** Opening the link changes nothing, so a scanner that follows it does not use it up; the button does. */
export default async function SignInLinkPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  if (await isSignInLinkOpen(ctx.db, token)) {
    return (
      <>
        <h1 className="ft-page-title">Sign in with this link</h1>
        <p className="mt-2 mb-5 text-ft-2">It works once, within 24 hours of being made.</p>
        <LinkForm token={token} />
      </>
    );
  }
  return (
    <>
      <h1 className="ft-page-title">This link no longer works</h1>
      <p className="mt-2 mb-5 text-ft-2">
        It was used or is older than 24 hours. Sign in with your password, or start Followthrough
        again to have a new link printed.
      </p>
      <ButtonLink href="/sign-in" look="primary" size="lg" className="w-full">
        Go to sign-in
      </ButtonLink>
    </>
  );
}
