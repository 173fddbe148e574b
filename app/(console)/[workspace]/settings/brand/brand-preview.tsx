"use client";

import { useEffect, useState } from "react";
import { useText } from "@/components/text/text-provider";
import { type Scheme, SchemeField } from "../scheme-field";

const SETTLED_MS = 400;

type Shown = { color: string; address: string; logoUrl: string };

/** An email and an action page of a made-up case, drawn by the code that draws the real ones. */
export function BrandPreview({ slug, brand }: { slug: string; brand: Shown }) {
  const t = useText();
  const [scheme, setScheme] = useState<Scheme>("light");
  const [settled, setSettled] = useState(brand);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(brand), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [brand]);
  const query = new URLSearchParams(
    Object.entries(settled).filter(([, value]) => value !== ""),
  ).toString();
  const frame = (what: "email" | "page") => (
    <figure className="grid gap-1">
      <figcaption className="text-xs text-ft-2">
        {t(what === "email" ? "settings.previewEmail" : "settings.previewPage")}
      </figcaption>
      <iframe
        key={`${what}-${scheme}`}
        title={t(what === "email" ? "settings.previewEmail" : "settings.previewPage")}
        src={`/${slug}/settings/brand/preview/${what}?${query}`}
        sandbox=""
        style={{ colorScheme: scheme }}
        className={`w-full border border-ft-subtle ${what === "email" ? "h-130" : "h-90"}`}
      />
    </figure>
  );
  return (
    <section aria-labelledby="brand-preview" className="grid content-start gap-3">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <h2 id="brand-preview" className="text-base font-semibold">
          {t("settings.preview")}
        </h2>
        <SchemeField
          label={<span className="sr-only">{t("settings.previewScheme")}</span>}
          scheme={scheme}
          choose={setScheme}
        />
      </div>
      {frame("email")}
      {frame("page")}
    </section>
  );
}
