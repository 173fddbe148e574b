import Link from "next/link";
import type { PageView } from "../page-view";
import { Block } from "../people/[id]/block";
import type { NamedBy } from "./named-by";

/** What brings this in, each with the way to it. */
export function UsersBlock({
  view,
  users,
  team = null,
}: {
  view: PageView;
  users: NamedBy;
  /** The team it is on call for. */
  team?: { key: string; name: string } | null;
}) {
  const { slug, t } = view;
  const links = [
    ...(team ? [{ href: `/${slug}/teams/${encodeURIComponent(team.key)}`, label: team.name }] : []),
    ...users.workflows.map((key) => ({ href: `/${slug}/workflows/${key}`, label: key })),
    ...users.policies.map(({ key, name }) => ({
      href: `/${slug}/policies/${encodeURIComponent(key)}`,
      label: name,
    })),
  ];
  return (
    <Block id="used-by" title={t("settings.usedBy")}>
      {links.length === 0 ? (
        <p className="text-ft-3">{t("policies.usedByNobody")}</p>
      ) : (
        <ul className="grid gap-1">
          {links.map(({ href, label }) => (
            <li key={href}>
              <Link href={href} className="ft-link break-words">
                {label}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Block>
  );
}
