import Link from "next/link";
import { CopyButton } from "@/components/ui/copy-button";
import { Fold } from "@/components/ui/fold";
import { toRfc3339 } from "@/core/time";
import type { PageView } from "../../page-view";
import { evidenceFacts } from "./evidence-facts";
import type { LoadedCase } from "./load-case";
import type { Line } from "./timeline-lines";

/** What a line rests on, behind a fold: the message as it was sent, the rule and the inputs, in words. */
export function Evidence({
  line,
  loaded,
  view,
}: {
  line: Line;
  loaded: LoadedCase;
  view: PageView;
}) {
  const { slug, t } = view;
  const { id, code, params, evidence, sentence, because, at, messageId } = line;
  const message = messageId === null ? undefined : loaded.messages.get(messageId);
  const shown = message?.content;
  const facts = evidenceFacts({ line, loaded, view });
  const copied = [
    `${toRfc3339(at)}  ${sentence}`,
    ...(because ? [because] : []),
    `${code} ${JSON.stringify(params)}`,
    JSON.stringify(evidence),
  ].join("\n");
  return (
    <div
      data-message={shown ? "" : undefined}
      className="min-w-0 has-[details[open]]:basis-full [&_details]:mt-0 [&_summary]:py-1 pointer-coarse:[&_summary]:py-3.5"
    >
      <Fold label={t(shown ? "case.messageAndEvidence" : "case.evidence")}>
        <div className="mt-2 grid gap-3 rounded-md bg-ft-sunken p-3">
          {shown && message.channel === "email" ? (
            <iframe
              title={t("case.emailTitle", { subject: shown.subject ?? "" })}
              src={`/${slug}/messages/${message.id}/preview`}
              sandbox="allow-popups allow-popups-to-escape-sandbox"
              className="h-96 w-full rounded-md border border-ft-subtle bg-ft-surface"
            />
          ) : null}
          {shown && message.channel !== "email" ? (
            <blockquote className="border-s-2 border-ft-border ps-3 text-sm whitespace-pre-wrap">
              {shown.title ? <strong className="block font-semibold">{shown.title}</strong> : null}
              {shown.body}
            </blockquote>
          ) : null}
          {facts.length > 0 ? (
            <dl className="grid grid-cols-[minmax(96px,auto)_minmax(0,1fr)] gap-x-4 gap-y-1">
              {facts.map(({ name, value }) => (
                <div key={name} className="col-span-2 grid grid-cols-subgrid">
                  <dt className="text-ft-3">{name}</dt>
                  <dd className="break-words">{value}</dd>
                </div>
              ))}
            </dl>
          ) : (
            <p className="text-ft-3">{t("case.noEvidence")}</p>
          )}
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            {message ? (
              <Link href={`/${slug}/messages/${message.id}`} className="ft-link">
                {t("case.openMessage")}
              </Link>
            ) : null}
            <a href={`#${id}`} className="ft-link">
              {t("case.linkHere")}
            </a>
            <CopyButton text={copied}>{t("case.copyAsText")}</CopyButton>
          </div>
        </div>
      </Fold>
    </div>
  );
}
