import type { ReactNode } from "react";
import { Mark } from "@/components/shell/mark";
import { authText } from "./auth-text";

export default async function AuthLayout({ children }: { children: ReactNode }) {
  const { t } = await authText();
  return (
    <div className="ft-auth">
      <main className="ft-auth-panel">
        <Mark />
        {children}
      </main>
      <footer className="text-center text-xs text-ft-3">{t("auth.motto")}</footer>
    </div>
  );
}
