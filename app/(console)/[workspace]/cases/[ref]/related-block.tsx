import Link from "next/link";
import { caseNumber, caseState } from "@/components/cases/case-state";
import { StateBadge } from "@/components/ui/state-badge";
import type { PageView } from "../../page-view";
import { DetailBlock } from "./detail-block";
import type { LoadedCase } from "./load-case";

/** Other cases of the same person, or about the same thing. */
export function RelatedBlock({ loaded, view }: { loaded: LoadedCase; view: PageView }) {
  const { related } = loaded;
  const { slug, now, t } = view;
  return (
    <DetailBlock title={t("case.related", { n: related.length })}>
      {related.length === 0 ? <p className="text-ft-3">{t("common.none")}</p> : null}
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
        {related.map((other) => (
          <li key={other.id} className="flex items-center justify-between gap-2">
            <Link
              href={`/${slug}/cases/${caseNumber(other.number)}`}
              className="ft-link min-w-0 truncate"
            >
              {caseNumber(other.number)} {other.subject}
            </Link>
            <StateBadge bare state={caseState(other, now)} />
          </li>
        ))}
      </ul>
    </DetailBlock>
  );
}
