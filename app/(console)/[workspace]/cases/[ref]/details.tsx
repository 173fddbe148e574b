import { CopyButton } from "@/components/ui/copy-button";
import { Time } from "@/components/ui/time";
import { ValueList } from "@/components/ui/value-list";
import type { PageView } from "../../page-view";
import { VerbButton } from "./case-actions";
import { AuditBlock, EventsBlock } from "./case-records";
import { DetailBlock } from "./detail-block";
import { FactRow } from "./fact-row";
import { acknowledgedBy, type LoadedCase } from "./load-case";
import { ownerName } from "./owner-name";
import { PathBlock } from "./path-block";
import { PersonBlock } from "./person-block";
import { RelatedBlock } from "./related-block";
import type { CaseParams } from "./search-params";
import { WhyNotPanel } from "./why-not";

type Props = { loaded: LoadedCase; view: PageView; shown: CaseParams; path: string };

/** What the case is made of: its path, data, person, relatives, and what came in about it. */
export function Details({ loaded, view, shown, path }: Props) {
  const { t } = view;
  return (
    <aside
      aria-label={t("case.details")}
      className="ft-case-details min-w-0 self-start border-y border-ft-subtle bg-ft-surface print:mt-4"
    >
      <PathBlock loaded={loaded} view={view} />
      <div className="border-t border-ft-subtle print:hidden">
        <DetailBlock title={t("case.whyNot")} folded={shown.whynot === undefined}>
          <WhyNotPanel loaded={loaded} view={view} shown={shown} path={path} />
        </DetailBlock>
      </div>
      <CaseBlock loaded={loaded} view={view} />
      <DetailBlock title={t("case.data")}>
        <ValueList label={t("case.dataOf")} values={loaded.row.data} />
        {Object.keys(loaded.row.data).length === 0 ? (
          <p className="text-ft-3">{t("case.noData")}</p>
        ) : null}
      </DetailBlock>
      <PersonBlock loaded={loaded} view={view} />
      <RelatedBlock loaded={loaded} view={view} />
      <EventsBlock loaded={loaded} view={view} />
      <AuditBlock loaded={loaded} view={view} />
    </aside>
  );
}

function CaseBlock({ loaded, view }: { loaded: LoadedCase; view: PageView }) {
  const { row, zone } = loaded;
  const { now, viewerZone, locale, t } = view;
  const clock = { viewerZone, now, locale, zone };
  const moment = (at: Date) => <Time at={at} {...clock} show="absolute" />;
  return (
    <DetailBlock title={t("case.case")}>
      <dl className="grid gap-1">
        <FactRow
          name={
            <>
              {t("case.dueDate")} <VerbButton verb="due" label={t("common.edit")} />
            </>
          }
        >
          {row.dueAt ? moment(row.dueAt) : t("common.none")}
        </FactRow>
        <FactRow name={t("case.owner")}>{ownerName(loaded) ?? t("case.nobody")}</FactRow>
        <FactRow name={t("case.priority")}>{t(`case.priority_${row.priority}`)}</FactRow>
        {row.level > 0 ? <FactRow name={t("case.level")}>{row.level}</FactRow> : null}
        {row.acknowledgedAt ? (
          <FactRow name={t("case.acknowledged")}>
            {acknowledgedBy(loaded)}, {moment(row.acknowledgedAt)}
          </FactRow>
        ) : null}
        {row.snoozedUntil ? (
          <FactRow name={t("case.snoozedUntil")}>{moment(row.snoozedUntil)}</FactRow>
        ) : null}
        <FactRow name={t("case.opened")}>{moment(row.openedAt)}</FactRow>
        {row.closedAt ? <FactRow name={t("case.closed")}>{moment(row.closedAt)}</FactRow> : null}
        {row.outcome ? (
          <FactRow name={t("case.outcome")}>
            {t("case.outcomeIs", { outcome: row.outcome })}
          </FactRow>
        ) : null}
        {row.key ? (
          <FactRow name={t("case.key")}>
            <span className="inline-flex items-center gap-1 font-mono text-xs">
              {row.key}
              <CopyButton text={row.key} label={t("case.copyKey")} />
            </span>
          </FactRow>
        ) : null}
        <FactRow name={t("case.id")}>
          <span className="inline-flex items-center gap-1 font-mono text-xs">
            {row.id.slice(0, 13)}…<CopyButton text={row.id} label={t("case.copyId")} />
          </span>
        </FactRow>
      </dl>
    </DetailBlock>
  );
}
