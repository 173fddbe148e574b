import type { Metadata } from "next";
import { LAYOUTS_MAX } from "@/core/template/email-layout";
import { listKeyed } from "@/db/queries/keyed";
import { ctx } from "@/server/boot";
import { pageView } from "../../../page-view";
import { SharedList } from "../shared-list";
import { NewLayout } from "./new-layout";

type Props = { params: Promise<{ workspace: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await pageView((await params).workspace)).t("layouts.layouts") };
}

export default async function LayoutsPage({ params }: Props) {
  const view = await pageView((await params).workspace);
  const { t, slug, workspaceId } = view;
  const { rows } = await listKeyed(ctx.db, workspaceId, "layouts", { limit: LAYOUTS_MAX });
  return (
    <SharedList
      view={view}
      kind="layouts"
      besideLabel={t("settings.name")}
      rows={rows.map(({ key, layout, updatedAt }) => ({
        key,
        beside: layout.name,
        locales: layout.locales,
        updatedAt,
      }))}
      create={<NewLayout slug={slug} />}
    />
  );
}
