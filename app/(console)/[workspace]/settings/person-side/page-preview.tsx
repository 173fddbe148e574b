"use client";

import { type CSSProperties, useState } from "react";
import { PersonField } from "@/components/people/person-field";
import { useText } from "@/components/text/text-provider";
import { SubmitButton } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { type Scheme, SchemeField } from "../scheme-field";
import { WideFrame } from "./wide-frame";

const WIDTHS = ["phone", "desktop"] as const;
type Width = (typeof WIDTHS)[number];

/** The preference page of one person, in a frame in which nothing can be done. */
export function PagePreview({
  slug,
  person,
  language,
  choices,
  saves,
}: {
  slug: string;
  person: { id: string; name: string | null };
  language: string;
  choices: readonly { id: string; name: string | null }[];
  /** How often something was saved: the page is fetched anew with each. */
  saves: number;
}) {
  const t = useText();
  const [width, setWidth] = useState<Width>("desktop");
  const [scheme, setScheme] = useState<Scheme>("light");
  const path = `/${slug}/settings/person-side`;
  const query = new URLSearchParams({ person: person.id, language, saves: `${saves}` });
  const frame = (className: string, style: CSSProperties = {}) => (
    <iframe
      key={scheme}
      title={t("personside.previewOf", { name: person.name ?? person.id })}
      src={`${path}/preview?${query}`}
      sandbox=""
      style={{ ...style, colorScheme: scheme }}
      className={className}
    />
  );
  return (
    <section
      aria-labelledby="page-preview"
      className="grid grid-cols-[minmax(0,1fr)] content-start gap-3"
    >
      <div>
        <h2 id="page-preview" className="text-base font-semibold">
          {t("personside.preview")}
        </h2>
        <p className="max-w-[68ch] text-ft-2">{t("personside.previewLead")}</p>
      </div>
      <div className="flex flex-wrap items-end gap-3">
        <form method="get" action={path} className="flex min-w-0 flex-1 basis-64 items-end gap-2">
          <div className="min-w-0 flex-1">
            <PersonField
              key={person.id}
              label={t("personside.person")}
              name="person"
              value={person.id}
              choices={choices}
              required
            />
          </div>
          <SubmitButton look="secondary">{t("personside.show")}</SubmitButton>
        </form>
        <SelectField
          label={t("personside.width")}
          value={width}
          onChange={(event) => setWidth(event.target.value === "phone" ? "phone" : "desktop")}
        >
          {WIDTHS.map((value) => (
            <option key={value} value={value}>
              {t(`personside.width_${value}`)}
            </option>
          ))}
        </SelectField>
        <SchemeField label={t("personside.scheme")} scheme={scheme} choose={setScheme} />
      </div>
      {width === "desktop" ? (
        <WideFrame frame={(style) => frame("", style)} />
      ) : (
        frame("h-[min(75vh,52rem)] w-full max-w-[390px] border border-ft-subtle")
      )}
    </section>
  );
}
