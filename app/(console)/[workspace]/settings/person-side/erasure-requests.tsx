import Link from "next/link";
import { Time } from "@/components/ui/time";
import { listErasureRequests } from "@/db/queries/erasure-requests";
import { ctx } from "@/server/boot";
import type { PageView } from "../../page-view";

/** Who asked to be erased and waits for an answer, the longest wait first. */
export async function ErasureRequests({ view }: { view: PageView }) {
  const { t, slug, workspaceId, viewerZone, now, locale } = view;
  const rows = await listErasureRequests(ctx.db, workspaceId);
  if (rows.length === 0) return <p className="text-ft-2">{t("personside.erasuresEmpty")}</p>;
  return (
    <ul className="divide-y divide-ft-subtle border-y border-ft-subtle">
      {rows.map(({ personId, name, askedAt }) => (
        <li key={personId} className="flex min-h-(--ft-row) items-center py-1">
          <span>
            {t.rich("personside.erasureAsked", {
              name: (
                <Link
                  key="name"
                  href={`/${slug}/people/${encodeURIComponent(personId)}`}
                  className="ft-link"
                >
                  {name ?? personId}
                </Link>
              ),
              moment: (
                <Time
                  key="moment"
                  at={askedAt}
                  zone={viewerZone}
                  show="relative"
                  {...{ viewerZone, now, locale }}
                />
              ),
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}
