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
