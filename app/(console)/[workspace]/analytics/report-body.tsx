import { unstable_rethrow } from "next/navigation";
import { type ReactNode, Suspense } from "react";
import { BlockFailed } from "@/components/analytics/block-failed";
import { filterWords } from "@/components/lists/filter-words";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";
import { listAddressHref } from "@/core/filter/list-address";
import { countCases } from "@/db/queries/cases";
import { ctx } from "@/server/boot";
import { pageHref } from "./block-links";
import { BLOCKS, type Block } from "./blocks";
import { type ReportPage, reportOf } from "./report-page";

/** All blocks, or why there is nothing to count. */
export async function ReportBody({ page }: { page: ReportPage }) {
  const { t, workspaceId } = page.view;
  if ((await countCases(ctx.db, workspaceId, {}, 1)) === 0) return <FirstUse page={page} />;
  if ((await openedOr(page)) === 0) return <NothingOpened page={page} />;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      {BLOCKS.map((block) => (
        <Suspense
          key={block.id}
          fallback={<BlockSkeleton height={block.height} label={t("analytics.loading")} />}
        >
          <Guarded {...{ page, block }} />
        </Suspense>
      ))}
    </div>
  );
}

/** How many cases there are; what cannot be counted is for each block to say. */
async function openedOr(page: ReportPage): Promise<number | null> {
  try {
    const { source } = await reportOf(page);
    const sums = await source.sums({ measures: ["opened"] });
    return sums.reduce((all, { n }) => all + n, 0);
  } catch (error) {
    unstable_rethrow(error);
    return null;
  }
}

async function Guarded({ page, block }: { page: ReportPage; block: Block }): Promise<ReactNode> {
  try {
    return await block.Part({ page });
  } catch (error) {
    unstable_rethrow(error);
    ctx.log.error({ err: error, block: block.id }, "a block of the numbers could not be read");
    return <BlockFailed what={page.view.t(block.name)} />;
  }
}

export function BlockSkeleton({ height, label }: { height: number; label: string }) {
  return (
    <div role="status" className="ft-report-block" style={{ minHeight: height }}>
      <span className="sr-only">{label}</span>
      <Skeleton width="32%" height={16} />
      <div className="h-4" />
      <Skeleton height={height - 64} />
    </div>
  );
}

function FirstUse({ page: { view } }: { page: ReportPage }) {
  const { t, slug } = view;
  return (
    <EmptyState
      title={t("analytics.firstTitle")}
      actions={
        <>
          <ButtonLink href={`/${slug}/workflows`} look="primary">
            {t("analytics.firstWorkflows")}
          </ButtonLink>
          <ButtonLink href={`/${slug}/cases`}>{t("analytics.firstCases")}</ButtonLink>
        </>
      }
    >
      {t("analytics.firstText")}
    </EmptyState>
  );
}

function NothingOpened({ page }: { page: ReportPage }) {
  const { list, address, view } = page;
  const { t, locale } = view;
  const chips = address.filters.flatMap((filter) => {
    const field = list.fields.find(({ name, kind }) => name === filter.field && kind !== "words");
    return field ? [{ filter, words: filterWords(field, filter, t, locale) }] : [];
  });
  const without = (gone: readonly unknown[]) =>
    listAddressHref(list.path, list, address, {
      filters: address.filters.filter((filter) => !gone.includes(filter)),
    });
  const filters = new Intl.ListFormat(locale).format(chips.map(({ words }) => words));
  return (
    <EmptyState
      title={
        chips.length === 0 ? t("analytics.emptyTitle") : t("analytics.emptyFiltered", { filters })
      }
      actions={
        <>
          {chips.map(({ filter, words }) => (
            <ButtonLink key={words} href={without([filter])}>
              {t("lists.removeOne", { filter: words })}
            </ButtonLink>
          ))}
          <ButtonLink href={pageHref(page, { period: "y", from: undefined, to: undefined })}>
            {t("analytics.longer")}
          </ButtonLink>
        </>
      }
    >
      {t("analytics.emptyText")}
    </EmptyState>
  );
}
