import type { Metadata } from "next";
import Link from "next/link";
import { Suspense } from "react";
import { SettingsPage } from "@/components/settings/settings-page";
import { EmptyState } from "@/components/ui/empty-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { ctx } from "@/server/boot";
import { sendingDomains } from "@/server/domains/sending-domains";
import { pageView } from "../../page-view";
import { settingsView } from "../settings-view";
import { CheckAgain } from "./check-again";
import { DomainSection, RepliesSection } from "./domain-section";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await pageView((await params).workspace);
  return { title: t("domains.title") };
}

export default async function DomainsPage({ params }: Props) {
  const { t, slug, workspaceId, back } = await settingsView((await params).workspace);
  const domains = await sendingDomains(ctx, workspaceId);
  const { inbound } = ctx.config;
  const isEmpty = domains.length === 0 && inbound === null;
  return (
    <SettingsPage
      title={t("domains.title")}
      back={back}
      lead={t("domains.lead")}
      actions={isEmpty ? null : <CheckAgain />}
    >
      {isEmpty ? (
        <EmptyState title={t("domains.empty")}>
          {t.rich("domains.emptyText", {
            a: (inner) => <Link href={`/${slug}/settings/channels`}>{inner}</Link>,
          })}
        </EmptyState>
      ) : null}
      {domains.map((domain) => (
        <Suspense
          key={domain.domain}
          fallback={<SkeletonRows rows={3} label={t("domains.asking")} />}
        >
          <DomainSection t={t} domain={domain} />
        </Suspense>
      ))}
      {inbound ? (
        <Suspense fallback={<SkeletonRows rows={1} label={t("domains.asking")} />}>
          <RepliesSection t={t} domain={inbound.domain} />
        </Suspense>
      ) : null}
    </SettingsPage>
  );
}
