import { Upload } from "lucide-react";
import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { ChipFilter } from "@/components/ui/chip-filter";
import { EmptyState } from "@/components/ui/empty-state";
import { Note } from "@/components/ui/note";
import { STARTERS } from "@/core/gallery";
import { starterIn } from "@/core/gallery/starter-in";
import { Channel } from "@/core/template/channel";
import { listKeyed } from "@/db/queries/keyed";
import { ctx } from "@/server/boot";
import { forbiddenText } from "../../forbidden-text";
import { pageView } from "../../page-view";
import { BlankWorkflow } from "./blank-workflow";
import { channelsOf } from "./channels-of";
import { GalleryParams } from "./search-params";
import { StarterCard } from "./starter-card";

const TOPICS_MAX = 500;

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await pageView((await params).workspace)).t("newworkflow.title") };
}

export default async function NewWorkflowPage({ params, searchParams }: Props) {
  const view = await pageView((await params).workspace);
  const { slug, t, locale, workspaceId } = view;
  const { channel } = GalleryParams.parse(await searchParams);
  const forbidden = forbiddenText(view, "edit_workflows");
  const topics = await listKeyed(ctx.db, workspaceId, "topics", { limit: TOPICS_MAX });
  const path = `/${slug}/workflows/new`;
  const used = Channel.options.filter((one) =>
    STARTERS.some((starter) => channelsOf(starter).includes(one)),
  );
  const shown = STARTERS.filter(
    (starter) => channel === undefined || channelsOf(starter).includes(channel),
  ).map((starter) => starterIn(starter, view.locale));
  return (
    <>
      <PageHeader
        trail={[{ label: t("shell.workflows"), href: `/${slug}/workflows` }]}
        title={t("newworkflow.title")}
        actions={
          forbidden ? null : (
            <>
              <ButtonLink href={`${path}/import`}>
                <Upload aria-hidden="true" />
                {t("newworkflow.import")}
              </ButtonLink>
              <BlankWorkflow
                slug={slug}
                topics={topics.rows
                  .map(({ key, name }) => ({ key, name }))
                  .sort((a, b) => a.name.localeCompare(b.name, locale))}
              />
            </>
          )
        }
      />
      <div className="ft-page-body grid gap-4 pt-4">
        <p className="ft-prose">{t("newworkflow.lead")}</p>
        {forbidden ? <Note tone="due">{forbidden}</Note> : null}
        <section aria-labelledby="gallery" className="grid gap-3">
          <h2 id="gallery" className="sr-only">
            {t("newworkflow.gallery")}
          </h2>
          <ChipFilter
            label={t("newworkflow.filterBy")}
            options={[
              { label: t("newworkflow.allChannels"), href: path, current: channel === undefined },
              ...used.map((one) => ({
                label: t("newworkflow.channel", { channel: one }),
                href: `${path}?channel=${one}`,
                current: one === channel,
              })),
            ]}
          />
          {shown.length === 0 ? (
            <EmptyState title={t("newworkflow.none")} />
          ) : (
            <ul className="grid gap-3 md:grid-cols-2">
              {shown.map((starter) => (
                <StarterCard
                  key={starter.key}
                  href={`${path}/${starter.key}`}
                  {...{ starter, t, locale }}
                />
              ))}
            </ul>
          )}
        </section>
      </div>
    </>
  );
}
