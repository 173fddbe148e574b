import type { Text } from "@/components/text/text";
import { ChipFilter } from "@/components/ui/chip-filter";

type Kind = "templates" | "snippets" | "layouts";

/** The three kinds of content, and which of them is shown. */
export function KindsNav({ t, slug, kind }: { t: Text; slug: string; kind: Kind }) {
  const path = `/${slug}/content`;
  return (
    <ChipFilter
      label={t("layouts.kinds")}
      options={[
        { label: t("layouts.templates"), href: path, current: kind === "templates" },
        {
          label: t("layouts.snippets"),
          href: `${path}/shared/snippets`,
          current: kind === "snippets",
        },
        {
          label: t("layouts.layouts"),
          href: `${path}/shared/layouts`,
          current: kind === "layouts",
        },
      ]}
    />
  );
}
