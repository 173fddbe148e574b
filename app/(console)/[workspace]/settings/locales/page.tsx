import { Check, CornerDownRight, X } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { languageChoices } from "@/components/settings/language-choices";
import { SettingsPage, SettingsSection } from "@/components/settings/settings-page";
import { Note } from "@/components/ui/note";
import { Table } from "@/components/ui/table";
import { listTranslations, TEMPLATES_SHOWN_MAX } from "@/db/queries/translations";
import { findWorkspace } from "@/db/queries/workspaces";
import { ctx } from "@/server/boot";
import { pageView } from "../../page-view";
import { settingsView } from "../settings-view";
import { type Coverage, coverageOf } from "./coverage";
import { LocaleList } from "./locale-list";

type Props = { params: Promise<{ workspace: string }> };

const ICON = { own: Check, shorter: CornerDownRight, fallback: X };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = await pageView((await params).workspace);
  return { title: t("settings.locales") };
}

export default async function LocalesPage({ params }: Props) {
  const { t, slug, workspaceId, locale, mayChange, whyNot, back } = await settingsView(
    (await params).workspace,
  );
  const [row, templates] = await Promise.all([
    findWorkspace(ctx.db, workspaceId),
    listTranslations(ctx.db, workspaceId),
  ]);
  if (!row) notFound();
  const [fallback = row.locale, ...others] = row.locales;
  const choices = languageChoices(locale, [fallback, ...others]);
  const nameOf = (tag: string) => choices.find((choice) => choice.tag === tag)?.name ?? tag;
  const rows = templates.map(({ key, written }) => ({
    key,
    found: others.map((tag) => ({ tag, coverage: coverageOf(written, tag) })),
  }));
  const gaps = rows.filter(({ found }) => found.some(({ coverage }) => coverage === "fallback"));
  const mark = (coverage: Coverage) => {
    const Icon = ICON[coverage];
    return (
      <span className="inline-flex items-center gap-1">
        <Icon aria-hidden="true" size={14} />
        {t(`settings.coverage_${coverage}`)}
      </span>
    );
  };
  return (
    <SettingsPage wide title={t("settings.locales")} back={back} lead={t("settings.localesLead")}>
      {whyNot ? <Note>{whyNot}</Note> : null}
      <LocaleList
        slug={slug}
        locked={!mayChange}
        locales={[fallback, ...others]}
        choices={choices}
      />
      <SettingsSection
        id="missing"
        title={t("settings.missing")}
        lead={
          others.length === 0
            ? t("settings.missingNoLanguage")
            : t("settings.missingCount", { n: gaps.length, all: rows.length })
        }
      >
        {others.length > 0 && rows.length > 0 ? (
          <div className="max-md:-mx-4">
            <Table
              caption={t("settings.missing")}
              columns={[
                { label: t("settings.template") },
                ...others.map((tag) => ({ label: nameOf(tag) })),
              ]}
            >
              {[...gaps, ...rows.filter((each) => !gaps.includes(each))].map(({ key, found }) => (
                <tr key={key}>
                  <th scope="row" data-label={t("settings.template")}>
                    {key}
                  </th>
                  {found.map(({ tag, coverage }) => (
                    <td
                      key={tag}
                      data-label={nameOf(tag)}
                      className={coverage === "fallback" ? "text-(--ft-due)" : "text-ft-2"}
                    >
                      {mark(coverage)}
                    </td>
                  ))}
                </tr>
              ))}
            </Table>
          </div>
        ) : null}
        {templates.length === TEMPLATES_SHOWN_MAX ? (
          <p className="text-ft-2">{t("settings.templatesShown", { n: TEMPLATES_SHOWN_MAX })}</p>
        ) : null}
      </SettingsSection>
    </SettingsPage>
  );
}
