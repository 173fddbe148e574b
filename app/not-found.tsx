import { Say } from "@/components/text/say";
import { ButtonLink } from "@/components/ui/button-link";

export default function NotFound() {
  return (
    <main className="ft-auth">
      <div className="ft-auth-panel">
        <h1 className="ft-page-title">
          <Say text="shell.notFound" />
        </h1>
        <p className="mt-2 mb-5 text-ft-2">
          <Say text="shell.notFoundRoot" />
        </p>
        <ButtonLink href="/" look="primary">
          <Say text="shell.goWorkspace" />
        </ButtonLink>
      </div>
    </main>
  );
}
