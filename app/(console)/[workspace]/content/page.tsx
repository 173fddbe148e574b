import type { Metadata } from "next";
import Link from "next/link";
import { languagesMissing } from "@/components/contents/change-content";
import { KindsNav } from "@/components/contents/kinds-nav";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { ChipFilter } from "@/components/ui/chip-filter";
import { EmptyState } from "@/components/ui/empty-state";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { Channel } from "@/core/template/channel";
import { type KeyedRow, listKeyed } from "@/db/queries/keyed";
import { findWorkspace } from "@/db/queries/workspaces";
import { ctx } from "@/server/boot";
import { forbiddenText } from "../forbidden-text";
import { type PageView, pageView } from "../page-view";
import { NewTemplate } from "./new-template";
import { ContentParams, contentHref } from "./search-params";
import { templateUsers } from "./template-users";

/** A workspace with more shows the ones that changed last. */
const SHOWN_MAX = 500;
const WORDS_SHOWN_CHARS = 80;

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await pageView((await params).workspace)).t("contents.page") };
}

export default async function ContentPage({ params, searchParams }: Props) {
  const view = await pageView((await params).workspace);
  const { t, slug, workspaceId } = view;
  const given = ContentParams.parse(await searchParams);
  const [workspace, { rows: all }, users] = await Promise.all([
    findWorkspace(ctx.db, workspaceId),
    listKeyed(ctx.db, workspaceId, "templates", { limit: SHOWN_MAX }),
    templateUsers(workspaceId),
  ]);
  const home = workspace?.locale ?? "en";
  const lacks = ({ template }: KeyedRow<"templates">) =>
    languagesMissing(template, workspace?.locales ?? [], home);
  const rows = all.filter(
    (row) =>
      (!given.channel || row.template.channel === given.channel) &&
      (!given.missing || lacks(row).length > 0),
  );
  const path = `/${slug}/content`;
  const forbidden = forbiddenText(view, "edit_workflows");
  const channels = Channel.options.filter((channel) =>
    all.some(({ template }) => template.channel === channel),
  );
  return (
    <>
      <PageHeader
        title={t("contents.page")}
        actions={
          forbidden ? (
            <span className="max-w-80 text-xs text-ft-3">{forbidden}</span>
          ) : (
            <NewTemplate slug={slug} />
          )
        }
      />
      <div className="ft-page-body grid gap-4 pt-4">
        <KindsNav t={t} slug={slug} kind="templates" />
        <p className="ft-prose">{t("contents.lead")}</p>
        {all.length === 0 ? (
          <EmptyState
            title={t("contents.empty")}
            actions={
              <ButtonLink href={`/${slug}/workflows/new`}>{t("palette.createWorkflow")}</ButtonLink>
            }
          >
            {t("contents.emptyBody")}
          </EmptyState>
        ) : (
          <>
            <div className="flex flex-wrap gap-x-4 gap-y-2">
              <ChipFilter
                label={t("contents.filterChannel")}
                options={[undefined, ...channels].map((channel) => ({
                  label: channel ? t(`settings.channel_${channel}`) : t("contents.allChannels"),
                  href: contentHref(path, { ...given, channel }),
                  current: channel === given.channel,
                }))}
              />
              <ChipFilter
                label={t("contents.languages")}
                options={[
                  {
                    label: t("contents.filterMissing"),
                    href: contentHref(path, {
                      ...given,
                      missing: given.missing ? undefined : "1",
                    }),
                    current: given.missing !== undefined,
                  },
                ]}
              />
            </div>
            {rows.length === 0 ? (
              <EmptyState
                title={t("contents.filteredEmpty")}
                actions={<ButtonLink href={path}>{t("contents.clear")}</ButtonLink>}
              />
            ) : (
              <Rows {...{ view, rows, users, home }} />
            )}
          </>
        )}
      </div>
    </>
  );
}

function Rows({
  view,
  rows,
  users,
  home,
}: {
  view: PageView;
  rows: readonly KeyedRow<"templates">[];
  users: Awaited<ReturnType<typeof templateUsers>>;
  home: string;
}) {
  const { t, slug, locale } = view;
  const usedBy = (key: string) => {
    const { workflows, policies } = users(key);
    // Where only policies use it, "nothing" would be said of the workflows.
    return workflows.size === 0 && policies.length > 0
      ? policies.map((policy) => t("contents.policyNamed", { key: policy })).join(", ")
      : t("contents.usedByCount", { n: workflows.size, policies: policies.length });
  };
  return (
    <Table
      caption={t("contents.caption")}
      columns={[
        { label: t("contents.key") },
        { label: t("contents.beginsWith") },
        { label: t("contents.channel") },
        { label: t("contents.languages") },
        { label: t("contents.usedBy") },
        { label: t("contents.changed") },
      ]}
    >
      {rows.map(({ key, template, updatedAt }) => (
        <tr key={key}>
          <th scope="row" data-label={t("contents.key")}>
            <Link href={`/${slug}/content/${encodeURIComponent(key)}`} className="ft-row-link">
              {key}
            </Link>
          </th>
          <td data-label={t("contents.beginsWith")} className="text-ft-2">
            {beginning(template.content)}
          </td>
          <td data-label={t("contents.channel")}>{t(`settings.channel_${template.channel}`)}</td>
          <td data-label={t("contents.languages")}>
            {[home, ...Object.keys(template.locales ?? {})].join(", ")}
          </td>
          <td data-label={t("contents.usedBy")} className="whitespace-nowrap">
            {usedBy(key)}
          </td>
          <td data-label={t("contents.changed")}>
            <Time
              at={updatedAt}
              viewerZone={view.viewerZone}
              {...{ now: view.now, locale, ticking: view.ticking }}
            />
          </td>
        </tr>
      ))}
    </Table>
  );
}

function beginning(content: {
  subject?: string | undefined;
  title?: string | undefined;
  body: string;
}) {
  const text = (content.subject ?? content.title ?? content.body).replace(/\s+/g, " ");
  return text.length > WORDS_SHOWN_CHARS ? `${text.slice(0, WORDS_SHOWN_CHARS - 1)}…` : text;
}
