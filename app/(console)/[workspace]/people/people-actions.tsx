"use client";

import { Upload } from "lucide-react";
import { useState } from "react";
import { useCreate } from "@/components/shortcuts/use-create";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { AddPersonDialog } from "./add-person-dialog";

/** What one can do with the list; who may not is told why. */
export function PeopleActions({
  slug,
  addForbidden,
  importForbidden,
}: {
  slug: string;
  addForbidden: string | null;
  importForbidden: string | null;
}) {
  const t = useText();
  const [adding, setAdding] = useState(false);
  const add = addForbidden === null ? () => setAdding(true) : null;
  useCreate(t("people.add"), add);
  return (
    <>
      {importForbidden === null ? (
        <ButtonLink href={`/${slug}/people/import`}>
          <Upload aria-hidden="true" />
          {t("people.import")}
        </ButtonLink>
      ) : null}
      {add ? (
        <Button look="primary" aria-keyshortcuts="c" onPress={add}>
          {t("people.add")}
        </Button>
      ) : (
        <span className="max-w-80 text-xs text-ft-3">{addForbidden}</span>
      )}
      {adding ? <AddPersonDialog slug={slug} onClose={() => setAdding(false)} /> : null}
    </>
  );
}
