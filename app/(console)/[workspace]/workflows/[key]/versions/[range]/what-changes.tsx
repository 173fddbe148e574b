import Link from "next/link";
import { DifferenceList } from "@/components/workflows/difference-list";
import { VersionPlan } from "@/components/workflows/version-plan";
import type { Names } from "@/core/sentence/names";
import { differencesOf } from "@/core/workflow/compare/differences";
import { overlayOf } from "@/core/workflow/compare/overlay";
import type { Definition } from "@/core/workflow/definition";
import type { PageView } from "../../../../page-view";
import type { CompareView } from "./search-params";

type Compared = {
  before: Definition;
  after: Definition;
  /** What the later one is called. */
  version: string;
  names: Names;
  view: PageView;
};

/** What changes for people: as sentences, or as marks on the later plan. */
export function WhatChanges({
  path,
  shown,
  ...compared
}: Compared & { path: string; shown: CompareView }) {
  const { before, after, names, view } = compared;
  const { t, locale } = view;
  const differences = differencesOf(before, after, { locale, names });
  return (
    <section aria-labelledby="people" className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="people" className="text-base font-semibold">
          {t("versions.whatChanges")}
        </h2>
        <nav aria-label={t("versions.viewAs")} className="ft-views">
          <ViewLink href={path} label={t("versions.asList")} isShown={shown === "sentences"} />
          <ViewLink
            href={`${path}?view=plan`}
            label={t("versions.onPlan")}
            isShown={shown === "plan"}
          />
        </nav>
      </div>
      {differences.length === 0 ? (
        <p className="text-ft-2">{t("versions.nothingChanges")}</p>
      ) : null}
      {shown === "plan" ? (
        <OnPlan {...compared} />
      ) : differences.length > 0 ? (
        <DifferenceList differences={differences} t={t} />
      ) : null}
    </section>
  );
}

function ViewLink({ href, label, isShown }: { href: string; label: string; isShown: boolean }) {
  return (
    <Link
      href={href}
      scroll={false}
      aria-current={isShown ? "page" : undefined}
      className="ft-view"
    >
      {label}
    </Link>
  );
}

function OnPlan({ before, after, version, names, view: { t, locale } }: Compared) {
  const settings = differencesOf(before, after, { locale, names }).filter(
    ({ kind }) => kind === "setting",
  );
  return (
    <div className="grid gap-4">
      <p className="text-ft-2">
        {t("versions.planLead", { version })} {t("versions.planLegend")}
      </p>
      {settings.length === 0 ? null : (
        <section className="grid gap-2">
          <h3 className="font-semibold">{t("versions.planSettings")}</h3>
          <DifferenceList differences={settings} t={t} level={4} />
        </section>
      )}
      <VersionPlan stages={overlayOf(before, after)} {...{ names, t, locale }} />
    </div>
  );
}
