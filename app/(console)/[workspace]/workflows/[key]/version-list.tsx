import Link from "next/link";
import { Time } from "@/components/ui/time";
import type { VersionRow } from "@/db/queries/workflows";
import type { PageView } from "../../page-view";

/** The newest versions beside the document, and the draft. */
export function Versions({
  versions,
  counts,
  hasDraft,
  shown,
  liveVersion,
  path,
  view,
}: {
  versions: VersionRow[];
  counts: ReadonlyMap<number, number>;
  hasDraft: boolean;
  shown: string;
  liveVersion: number | null;
  path: string;
  view: PageView;
}) {
  const { now, viewerZone, locale, t } = view;
  return (
    <aside
      aria-labelledby="versions"
      className="min-w-0 self-start border-y border-ft-subtle bg-ft-surface p-4"
    >
      <h2 id="versions" className="mb-2 font-semibold">
        {t("workflows.versions")}
      </h2>
      <ol className="grid gap-3">
        {hasDraft ? (
          <li>
            <Link
              href={`${path}?version=draft`}
              className="ft-link"
              aria-current={shown === "draft" ? "page" : undefined}
            >
              {t("workflows.draft")}
            </Link>
            {shown === "draft" ? (
              <span className="text-ft-3"> · {t("workflows.shownHere")}</span>
            ) : null}
          </li>
        ) : null}
        {versions.map(({ version, note, restoredFrom, publishedAt, publishedBy }) => (
          <li key={version}>
            <Link
              href={`${path}?version=${version}`}
              className="ft-link"
              aria-current={shown === String(version) ? "page" : undefined}
            >
              v{version}
            </Link>
            <span className="text-ft-3">
              {version === liveVersion ? ` · ${t("workflows.isLive")}` : ""}
              {shown === String(version) ? ` · ${t("workflows.shownHere")}` : ""}
              {` · ${t("workflows.nOpen", { n: counts.get(version) ?? 0 })}`}
            </span>
            {restoredFrom === null ? null : (
              <p className="text-ft-2">{t("versions.restoredFrom", { version: restoredFrom })}</p>
            )}
            {note ? <p>{note}</p> : null}
            <p className="text-xs text-ft-3">
              <Time at={publishedAt} {...{ now, viewerZone, locale }} />
              {publishedBy && !publishedBy.includes(":") ? `, ${publishedBy}` : ""}
            </p>
          </li>
        ))}
      </ol>
      {versions.length === 0 ? (
        <p className="mt-2 text-ft-3">{t("workflows.nonePublished")}</p>
      ) : (
        <p className="mt-3">
          <Link href={`${path}/versions`} className="ft-link">
            {t("versions.all")}
          </Link>
        </p>
      )}
    </aside>
  );
}
