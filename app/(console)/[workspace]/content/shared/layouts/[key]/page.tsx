import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Key } from "@/core/ids";
import { findKeyed } from "@/db/queries/keyed";
import { ctx } from "@/server/boot";
import { pageView } from "../../../../page-view";
import { SharedPage } from "../../shared-page";
import { DeleteLayout } from "./delete-layout";
import { LayoutWorkshop } from "./layout-workshop";

type Props = { params: Promise<{ workspace: string; key: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).key) };
}

export default async function LayoutPage({ params }: Props) {
  const { workspace, key: given } = await params;
  const view = await pageView(workspace);
  const key = Key.safeParse(decodeURIComponent(given)).data ?? notFound();
  const { layout } = (await findKeyed(ctx.db, view.workspaceId, "layouts", key)) ?? notFound();
  return (
    <SharedPage
      view={view}
      kind="layouts"
      title={layout.name}
      remove={<DeleteLayout slug={view.slug} layoutKey={key} />}
      workshop={(props) => <LayoutWorkshop key={key} {...props} layoutKey={key} saved={layout} />}
    />
  );
}
