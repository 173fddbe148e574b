"use client";

import { useMemo, useState } from "react";
import { ContentPreview } from "@/components/contents/content-preview";
import { inEach } from "@/components/contents/in-each";
import { languageName } from "@/components/contents/language-name";
import { WorkshopFrame } from "@/components/contents/workshop-frame";
import { useLocale, useText } from "@/components/text/text-provider";
import { SelectField, TextField } from "@/components/ui/field";
import { useAction } from "@/components/ui/use-action";
import { EmailLayout, FONT_NAMES, LAYOUT_RADIUS, LAYOUT_WIDTH } from "@/core/template/email-layout";
import { isSame } from "@/core/workflow/compare/own";
import { saveLayoutAction } from "../../actions";
import type { WorkshopProps } from "../../shared-page";
import { LayoutColours } from "./layout-colours";
import { LayoutTexts } from "./layout-texts";

type Props = WorkshopProps & { layoutKey: string; saved: EmailLayout };

/** Nothing for what is left empty. */
const withoutEmpty = (layout: EmailLayout): EmailLayout =>
  JSON.parse(
    JSON.stringify(layout, (_, value: unknown) => (value === "" ? undefined : value)),
  ) as EmailLayout;

const numberIn = (text: string): number | undefined => (text === "" ? undefined : Number(text));

/** A layout's look and words, and an email in it. */
export function LayoutWorkshop({ slug, layoutKey: key, saved, shown, languages, readOnly }: Props) {
  const t = useText();
  const locale = useLocale();
  const [layout, setLayout] = useState(saved);
  const { pending, failure, run } = useAction();
  const change = (next: Partial<EmailLayout>) => setLayout({ ...layout, ...next });
  const given = useMemo(() => withoutEmpty(layout), [layout]);
  const read = EmailLayout.safeParse(given);
  const draft = useMemo(() => {
    const content = {
      subject: t("layouts.sampleSubject"),
      title: t("layouts.sampleSubject"),
      body: t("layouts.sampleBody"),
      actions: [
        { id: "paid", label: t("layouts.samplePaid"), kind: "complete" as const },
        { id: "later", label: t("layouts.sampleLater"), kind: "snooze" as const },
      ],
    };
    const locales = inEach(layout.locales, content);
    return { channel: "email" as const, layout: key, content, locales };
  }, [key, t, layout.locales]);
  const isShown = read.success;
  const sender = useMemo(() => {
    const layouts = new Map(shown.sender.layouts);
    if (isShown) layouts.set(key, given);
    return { ...shown.sender, layouts };
  }, [shown.sender, key, given, isShown]);
  const problems = read.success
    ? []
    : read.error.issues.map(({ code, path, message }) => {
        const [scheme, name] = path;
        if (code === "custom" && (scheme === "light" || scheme === "dark")) {
          const colour = t("layouts.colourName", { name: String(name) });
          return t("layouts.pale", { scheme: t(`layouts.${scheme}`), colour });
        }
        if (code === "custom") return t("layouts.noValues");
        return `${path.join(".")}: ${message}.`;
      });
  return (
    <WorkshopFrame
      isChanged={!isSame(given, saved)}
      {...{ problems, readOnly, pending, failure }}
      onSave={() => {
        if (read.success) void run(() => saveLayoutAction(slug, { key, layout: read.data }));
      }}
      preview={<ContentPreview {...shown} draft={draft} sender={sender} />}
    >
      <TextField
        label={t("settings.name")}
        maxLength={120}
        readOnly={readOnly}
        value={layout.name}
        onChange={(event) => change({ name: event.target.value })}
      />
      <div className="grid gap-4 sm:grid-cols-3">
        <SelectField
          label={t("layouts.font")}
          disabled={readOnly}
          value={layout.font ?? "system"}
          onChange={(event) => {
            const font = FONT_NAMES.find((name) => name === event.target.value);
            if (font) change({ font });
          }}
        >
          {FONT_NAMES.map((font) => (
            <option key={font} value={font}>
              {t("layouts.fontName", { font })}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t("layouts.width")}
          type="number"
          min={LAYOUT_WIDTH.min}
          max={LAYOUT_WIDTH.max}
          placeholder={String(LAYOUT_WIDTH.normal)}
          readOnly={readOnly}
          value={layout.width ?? ""}
          onChange={(event) => change({ width: numberIn(event.target.value) })}
        />
        <TextField
          label={t("layouts.radius")}
          type="number"
          min={LAYOUT_RADIUS.min}
          max={LAYOUT_RADIUS.max}
          placeholder={String(LAYOUT_RADIUS.normal)}
          readOnly={readOnly}
          value={layout.radius ?? ""}
          onChange={(event) => change({ radius: numberIn(event.target.value) })}
        />
      </div>
      <TextField
        label={t("settings.logo")}
        hint={t("layouts.logoHint")}
        type="url"
        placeholder="https://"
        readOnly={readOnly}
        value={layout.logoUrl ?? ""}
        onChange={(event) => change({ logoUrl: event.target.value })}
      />
      {(["light", "dark"] as const).map((scheme) => (
        <LayoutColours
          key={scheme}
          scheme={scheme}
          colours={layout[scheme] ?? {}}
          readOnly={readOnly}
          onChange={(colours) => change({ [scheme]: colours })}
        />
      ))}
      <LayoutTexts
        name={languageName(shown.workspace.locale, locale)}
        texts={layout}
        readOnly={readOnly}
        onChange={change}
      />
      {[...new Set([...Object.keys(layout.locales ?? {}), ...languages])].map((tag) => (
        <LayoutTexts
          key={tag}
          name={languageName(tag, locale)}
          lang={tag}
          texts={layout.locales?.[tag] ?? {}}
          readOnly={readOnly}
          onChange={(texts) => {
            const own = { ...layout.locales?.[tag], ...texts };
            const { [tag]: _, ...others } = layout.locales ?? {};
            const isEmpty = !own.header && !own.footer;
            change({ locales: isEmpty ? others : { ...others, [tag]: own } });
          }}
        />
      ))}
    </WorkshopFrame>
  );
}
