import { ButtonLink } from "@/components/ui/button-link";

export default function NotFound() {
  return (
    <main className="ft-auth">
      <div className="ft-auth-panel">
        <h1 className="ft-page-title">Not found</h1>
        <p className="mt-2 mb-5 text-ft-2">
          There is nothing at this address, or it belongs to a workspace that is not yours.
        </p>
        <ButtonLink href="/" look="primary">
          Go to your workspace
        </ButtonLink>
      </div>
    </main>
  );
}
