import type { ReactNode } from "react";
import { Mark } from "@/components/shell/mark";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <div className="ft-auth">
      <main className="ft-auth-panel">
        <Mark />
        {children}
      </main>
      <footer className="text-center text-xs text-ft-3">
        Don’t just follow up. Follow through.
      </footer>
    </div>
  );
}
