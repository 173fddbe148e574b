import { Check, X } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";
import { listHref } from "@/components/ui/list-href";
import { MoreLink } from "@/components/ui/more-link";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { forbiddenText } from "../../forbidden-text";
import type { PageView } from "../../page-view";
import type { LoadedPerson } from "./load-person";
import { RecordConsent } from "./record-consent";

type Given = { before?: string | undefined; consents?: string | undefined };

/** The ledger: what was agreed to or withdrawn, when, how. Nothing in it is ever changed. */
export function ConsentHistory({
  loaded,
  view,
  path,
  given,
}: {
  loaded: LoadedPerson;
  view: PageView;
  path: string;
  given: Given;
}) {
  const { consents, topics, person } = loaded;
  const { slug, viewerZone, now, locale, t } = view;
  const choices = [...topics.values()].map(({ key, name }) => ({ key, name }));
  return (
    <section aria-labelledby="consents" className="grid gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="consents" className="scroll-mt-28 text-base font-semibold">
          {t("people.consents")}
        </h2>
        <div className="flex flex-wrap items-center gap-2">
          {consents.rows.length > 0 ? (
            <ButtonLink href={`${path}/consents.json`} size="sm" prefetch={false} download>
              {t("people.consentProof")}
            </ButtonLink>
          ) : null}
          {forbiddenText(view, "act_on_cases") ? null : (
            <RecordConsent slug={slug} personId={person.id} topics={choices} />
          )}
        </div>
      </div>
      <p className="text-xs text-ft-3">{t("people.consentsLead")}</p>
      {consents.rows.length === 0 ? (
        <p className="border-y border-ft-subtle bg-ft-surface px-3 py-3 text-ft-3">
          {t("people.consentsEmpty")}
        </p>
      ) : (
        <Table
          caption={t("people.consents")}
          columns={[
            { label: t("people.when") },
            { label: t("people.what") },
            { label: t("people.channel") },
            { label: t("people.topic") },
            { label: t("people.source") },
          ]}
        >
          {consents.rows.map((row) => (
            <tr key={row.id}>
              <td data-label={t("people.when")}>
                <Time at={row.at} show="absolute" {...{ viewerZone, now, locale }} />
              </td>
              <td data-label={t("people.what")}>
                {row.evidence.takenBack === true ? (
                  <span className="ft-badge" data-tone="muted">
                    {t("people.takenBack")}
                  </span>
                ) : (
                  <span className="ft-badge" data-tone={row.granted ? "resolved" : "muted"}>
                    {row.granted ? <Check aria-hidden="true" /> : <X aria-hidden="true" />}
                    {t(row.granted ? "people.granted" : "people.withdrawn")}
                  </span>
                )}
              </td>
              <td data-label={t("people.channel")}>
                {t("messages.channelName", { channel: row.channel })}
              </td>
              <td data-label={t("people.topic")}>
                {row.topic === null
                  ? t("people.allTopics")
                  : (topics.get(row.topic)?.name ?? row.topic)}
              </td>
              <td data-label={t("people.source")}>
                <span className="text-xs">{row.source}</span>
                {row.legalBasis === "consent" ? null : (
                  <span className="block text-xs text-ft-2">
                    {t(`people.basis_${row.legalBasis}`)}
                  </span>
                )}
                {row.wording ? (
                  <q className="block max-w-[48ch] text-xs text-ft-2">{row.wording.text}</q>
                ) : null}
              </td>
            </tr>
          ))}
        </Table>
      )}
      <MoreLink
        noun={t("people.consentsNoun")}
        nextHref={
          consents.nextCursor
            ? `${listHref(path, given, { consents: consents.nextCursor })}#consents`
            : undefined
        }
        firstHref={
          given.consents ? `${listHref(path, given, { consents: undefined })}#consents` : undefined
        }
      />
    </section>
  );
}
