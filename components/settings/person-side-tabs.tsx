import Link from "next/link";
import type { Text } from "@/components/text/text";

const TABS = [
  { key: "page", path: "" },
  { key: "inbox", path: "/inbox" },
] as const;

/** The two pages about what people see. */
export function PersonSideTabs({
  slug,
  current,
  t,
}: {
  slug: string;
  current: (typeof TABS)[number]["key"];
  t: Text;
}) {
  return (
    <nav aria-label={t("personside.tabs")} className="ft-views justify-self-start">
      {TABS.map(({ key, path }) => (
        <Link
          key={key}
          href={`/${slug}/settings/person-side${path}`}
          aria-current={key === current ? "page" : undefined}
          className="ft-view"
        >
          {t(`personside.${key}`)}
        </Link>
      ))}
    </nav>
  );
}
