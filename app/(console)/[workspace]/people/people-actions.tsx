"use client";

import { Download, Upload } from "lucide-react";
import { useState } from "react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { LIBRARY_VARIANT } from "@/components/ui/button-look";
import { AddPersonDialog } from "./add-person-dialog";

/** What one can do with the list; who may not is told why. */
export function PeopleActions({
  slug,
  exportHref,
  addForbidden,
  importForbidden,
}: {
  slug: string;
  exportHref: string | null;
  addForbidden: string | null;
  importForbidden: string | null;
}) {
  const t = useText();
  const [adding, setAdding] = useState(false);
  return (
    <>
      {exportHref ? (
        <a
          href={exportHref}
          download
          className={`button button--${LIBRARY_VARIANT.secondary} button--md`}
        >
          <Download aria-hidden="true" />
          {t("people.export")}
        </a>
      ) : null}
      {importForbidden === null ? (
        <ButtonLink href={`/${slug}/people?view=import`}>
          <Upload aria-hidden="true" />
          {t("people.import")}
        </ButtonLink>
      ) : null}
      {addForbidden === null ? (
        <Button look="primary" onPress={() => setAdding(true)}>
          {t("people.add")}
        </Button>
      ) : (
        <span className="max-w-80 text-xs text-ft-3">{addForbidden}</span>
      )}
      {adding ? <AddPersonDialog slug={slug} onClose={() => setAdding(false)} /> : null}
    </>
  );
}
