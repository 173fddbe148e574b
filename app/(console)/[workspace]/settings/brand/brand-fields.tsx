"use client";

import { useDeferredValue, useState } from "react";
import { SavedText, SavedTextArea } from "@/components/settings/saved-fields";
import { useText } from "@/components/text/text-provider";
import { saveSettingsAction } from "../actions";
import { BrandPreview } from "./brand-preview";
import { ColorField } from "./color-field";

type Brand = {
  color?: string | undefined;
  address?: string | undefined;
  logoUrl?: string | undefined;
};

/** The fields, and beside them what they make of an email and a page, also before they are saved. */
export function BrandFields({
  slug,
  locked,
  brand,
}: {
  slug: string;
  locked: boolean;
  brand: Brand;
}) {
  const t = useText();
  const [shown, setShown] = useState({
    color: brand.color ?? "",
    address: brand.address ?? "",
    logoUrl: brand.logoUrl ?? "",
  });
  const preview = useDeferredValue(shown);
  const show = (change: Partial<typeof shown>) => setShown((now) => ({ ...now, ...change }));
  const save = (field: keyof typeof shown) => (text: string) =>
    saveSettingsAction(slug, { brand: { [field]: text === "" ? null : text } });
  return (
    <div className="grid gap-6 xl:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]">
      <div className="grid content-start gap-6">
        <ColorField
          initial={shown.color}
          locked={locked}
          save={save("color")}
          onEdit={(color) => show({ color })}
        />
        <SavedTextArea
          label={t("settings.postalAddress")}
          hint={t("settings.postalAddressHint")}
          initial={shown.address}
          locked={locked}
          maxLength={300}
          rows={2}
          save={save("address")}
          onEdit={(address) => show({ address })}
        />
        <SavedText
          label={t("settings.logo")}
          hint={t("settings.logoHint")}
          initial={shown.logoUrl}
          locked={locked}
          type="url"
          placeholder="https://"
          maxLength={2_000}
          save={save("logoUrl")}
          onEdit={(logoUrl) => show({ logoUrl })}
        />
      </div>
      <BrandPreview slug={slug} brand={preview} />
    </div>
  );
}
