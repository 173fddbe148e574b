import type { ReactNode } from "react";
import { SettingsNav } from "@/components/settings/settings-nav";
import { requireMember } from "@/server/auth/session";

type Props = { children: ReactNode; params: Promise<{ workspace: string }> };

export default async function SettingsLayout({ children, params }: Props) {
  const { workspace } = await requireMember((await params).workspace);
  return (
    <div className="lg:grid lg:grid-cols-[208px_minmax(0,1fr)]">
      <SettingsNav slug={workspace.slug} />
      <div className="min-w-0">{children}</div>
    </div>
  );
}
