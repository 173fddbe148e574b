"use client";

import { useText } from "@/components/text/text-provider";
import { Fold } from "@/components/ui/fold";
import { Note } from "@/components/ui/note";
import { ContentChange } from "@/components/workflows/content-change";
import { DifferenceList } from "@/components/workflows/difference-list";
import type { Preview } from "./use-publishing";

/** What changes, in sentences, and the words of messages. */
export function PublishChanges({ preview: { changes, contents } }: { preview: Preview }) {
  const t = useText();
  return (
    <>
      <section className="grid gap-2">
        <h3 className="font-semibold text-ft-1">
          {t("versions.changesTitle", { n: changes.length })}
        </h3>
        {changes.length === 0 ? (
          <p className="text-ft-2">{t("versions.nothingChanges")}</p>
        ) : (
          <DifferenceList differences={changes} t={t} level={4} />
        )}
      </section>
      {contents.length === 0 ? null : (
        <section className="grid gap-2">
          <h3 className="font-semibold text-ft-1">
            {t("versions.contentsTitle", { n: contents.length })}
          </h3>
          <p className="text-ft-2">{t("versions.contentsHold")}</p>
          <ul className="grid gap-2">
            {contents.map((content) => (
              <li key={content.key}>
                <ContentOf content={content} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function ContentOf({ content }: { content: Preview["contents"][number] }) {
  const t = useText();
  const { key, isNew, alsoUsedBy, differences } = content;
  return (
    <>
      <Fold label={isNew ? `${key} · ${t("versions.isNew")}` : key}>
        {differences.map((difference) => (
          <ContentChange key={difference.locale ?? ""} difference={difference} t={t} />
        ))}
      </Fold>
      {alsoUsedBy.length > 0 ? (
        <Note tone="due">
          {t("versions.alsoUsedBy", { n: alsoUsedBy.length, names: alsoUsedBy.join(", ") })}
        </Note>
      ) : null}
    </>
  );
}

/** What stands against publishing, what is only advice, and how the scenarios came out. */
export function PublishChecks({
  preview: { checks, unfinished, scenarios },
}: {
  preview: Preview;
}) {
  const t = useText();
  const problems = checks.filter(({ severity }) => severity === "problem");
  const advice = checks.filter(({ severity }) => severity !== "problem");
  const failed = scenarios.filter(({ ok }) => !ok);
  const against =
    problems.length + unfinished.length + failed.filter(({ required }) => required).length;
  return (
    <section className="grid gap-2">
      <h3 className="font-semibold text-ft-1">{t("versions.checksTitle")}</h3>
      {problems.length > 0 ? null : (
        <p>
          {scenarios.length === 0 ? null : (
            <span aria-hidden="true">{failed.length === 0 ? "✓ " : "△ "}</span>
          )}
          {t("versions.scenariosPass", {
            ok: scenarios.length - failed.length,
            of: scenarios.length,
          })}
        </p>
      )}
      {against > 0 ? (
        <Note tone="failed">{t("versions.problemsStand", { n: against })}</Note>
      ) : advice.length === 0 ? (
        <p>
          <span aria-hidden="true">✓ </span>
          {t("versions.noChecks")}
        </p>
      ) : null}
      <ul className="grid gap-2">
        {problems.map(({ path, message, fix }) => (
          <li key={`${path} ${message}`}>
            <Note tone="due">
              {message} {fix}
            </Note>
          </li>
        ))}
        {unfinished.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            <Note tone="due">
              <code className="text-xs">{path}</code>: {message}
            </Note>
          </li>
        ))}
        {failed.map(({ key, name, required, failures }) => (
          <li key={key}>
            <Note tone="due">
              {t(required ? "versions.scenarioRequired" : "versions.scenarioFails", {
                name,
                why: failures.join(" "),
              })}
            </Note>
          </li>
        ))}
      </ul>
      {advice.length > 0 ? (
        <Fold label={t("versions.nChecks", { n: advice.length })}>
          <ul className="grid gap-2">
            {advice.map(({ path, message, fix }) => (
              <li key={`${path} ${message}`}>
                {message} <span className="text-ft-2">{fix}</span>
              </li>
            ))}
          </ul>
        </Fold>
      ) : null}
    </section>
  );
}
