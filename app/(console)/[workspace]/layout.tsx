import type { Metadata } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { LiveProvider } from "@/components/live/live-provider";
import { HelpMenu } from "@/components/shell/help-menu";
import { ModeSwitch } from "@/components/shell/mode-switch";
import { OperatorMenu } from "@/components/shell/operator-menu";
import { ShellFrame } from "@/components/shell/shell-frame";
import { ThemeMenu } from "@/components/shell/theme-menu";
import { WorkspaceSwitcher } from "@/components/shell/workspace-switcher";
import { ZoneReporter } from "@/components/shell/zone-reporter";
import { SIDEBAR_COOKIE, THEME_COOKIE, themeFrom } from "@/core/operator/preferences";
import { listMemberships } from "@/db/queries/operators";
import { requireMember } from "@/server/auth/session";
import { signOut } from "@/server/auth/sign-out";
import { viewer } from "@/server/auth/viewer";
import { ctx } from "@/server/boot";
import { liveHub } from "@/server/live/current";
import { needs } from "./_today/whose";

type Props = { children: ReactNode; params: Promise<{ workspace: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace } = await requireMember((await params).workspace);
  const mark = workspace.kind === "sandbox" ? "Test" : "Followthrough";
  return {
    title: {
      default: workspace.name,
      template: `%s · ${workspace.name} · ${mark}`,
    },
    ...(workspace.kind === "sandbox" ? { icons: { icon: "/icon-test.svg" } } : {}),
  };
}

export default async function ConsoleLayout({ children, params }: Props) {
  const member = await requireMember((await params).workspace);
  const [memberships, jar, { zone }, waiting] = await Promise.all([
    listMemberships(ctx.db, member.operatorId),
    cookies(),
    viewer(member.workspace.timeZone),
    needs(member.workspace.slug),
  ]);
  const workspaces = memberships.map(({ slug, name, kind }) => ({ slug, name, kind }));
  return (
    <ShellFrame
      slug={member.workspace.slug}
      role={member.role}
      sandbox={member.workspace.kind === "sandbox"}
      initiallyCollapsed={jar.get(SIDEBAR_COOKIE)?.value === "collapsed"}
      needsYou={waiting.all}
      start={<WorkspaceSwitcher current={member.workspace.slug} workspaces={workspaces} />}
      end={
        <>
          <ModeSwitch current={member.workspace} workspaces={workspaces} />
          <HelpMenu />
          <ThemeMenu initial={themeFrom(jar.get(THEME_COOKIE)?.value)} />
          <OperatorMenu
            name={member.name}
            email={member.email}
            role={member.role}
            signOut={signOut}
          />
        </>
      }
    >
      <ZoneReporter known={zone} />
      <LiveProvider
        key={member.workspace.slug}
        slug={member.workspace.slug}
        lastId={liveHub().position(member.workspaceId)}
        zone={zone}
      >
        {children}
      </LiveProvider>
    </ShellFrame>
  );
}
