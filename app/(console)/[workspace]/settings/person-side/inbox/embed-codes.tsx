"use client";

import type { ReactNode } from "react";
import { useText } from "@/components/text/text-provider";
import { CodeBlock } from "@/components/ui/code-block";
import {
  curlCode,
  type EmbedPlace,
  pageCode,
  reactCode,
  serverCode,
  styleSheetCode,
  wordsCode,
} from "@/core/person-side/embed-code";
import type { InboxLook } from "@/core/person-side/inbox-look";

/** The code for a page, for React and for the server, as the choices have it. */
export function EmbedCodes({
  look,
  place,
  serverLead,
}: {
  look: InboxLook;
  place: EmbedPlace;
  serverLead: ReactNode;
}) {
  const t = useText();
  return (
    <section aria-labelledby="code" className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <h2 id="code" className="text-base font-semibold">
        {t("personside.code")}
      </h2>
      <Code
        name={t("personside.codePage")}
        lead={t("personside.codePageLead")}
        text={pageCode(look, place)}
      />
      <Code name={t("personside.codeStyle")} text={styleSheetCode(look)} />
      <Code name={t("personside.codeReact")} text={reactCode(look, place)} />
      <Code name={t("personside.codeServer")} lead={serverLead} text={serverCode(place)} />
      <Code name={t("personside.codeCurl")} text={curlCode(place)} />
      <Code
        name={t("personside.wordsCode")}
        lead={t("personside.wordsCodeLead")}
        text={wordsCode()}
      />
    </section>
  );
}

function Code({ name, lead, text }: { name: string; lead?: ReactNode; text: string }) {
  const t = useText();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1">
      <h3 className="font-medium">{name}</h3>
      {lead ? <p className="max-w-[68ch] text-ft-2">{lead}</p> : null}
      <CodeBlock text={text} label={t("personside.copyCode", { name })} />
    </div>
  );
}
