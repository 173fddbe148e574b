import type { Text } from "@/components/text/text";
import { ChipFilter } from "@/components/ui/chip-filter";
import { CLOCKS, SPLITS } from "@/core/filter/report-asked";
import { pageHref } from "./block-links";
import type { ReportPage } from "./report-page";

/** What lines stand beside each other by. */
export function SplitChips({
  page,
  splits = SPLITS,
}: {
  page: ReportPage;
  splits?: readonly (typeof SPLITS)[number][];
}) {
  const { t }: { t: Text } = page.view;
  const { workflow } = page.asked.filters;
  const offered = splits.filter((by) => by !== "version" || workflow !== undefined);
  if (offered.length < 2) return null;
  const isOffered = offered.includes(page.asked.by);
  return (
    <ChipFilter
      label={t("analytics.split")}
      options={offered.map((by) => ({
        label: t(`analytics.split_${by}`),
        href: pageHref(page, { by: by === "none" ? undefined : by }),
        current: by === (isOffered ? page.asked.by : "none"),
      }))}
    />
  );
}

export function ClockChips({ page }: { page: ReportPage }) {
  const { t }: { t: Text } = page.view;
  return (
    <ChipFilter
      label={t("analytics.clock")}
      options={CLOCKS.map((clock) => ({
        label: t(`analytics.clock_${clock}`),
        href: pageHref(page, { clock: clock === "wall" ? undefined : clock }),
        current: clock === page.asked.clock,
      }))}
    />
  );
}
