import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { contentLabel } from "@/components/editor/editor-names";
import { PageHeader } from "@/components/shell/page-header";
import { ButtonLink } from "@/components/ui/button-link";
import { Note } from "@/components/ui/note";
import { Document } from "@/components/workflows/document";
import { STARTERS } from "@/core/gallery";
import { starterIn } from "@/core/gallery/starter-in";
import { pickContent } from "@/core/template/content";
import { forbiddenText } from "../../../forbidden-text";
import { pageView } from "../../../page-view";
import { StarterParams } from "../search-params";
import { starterWords } from "../starter-words";
import { HappyPath } from "./happy-path";
import { loadQuestions } from "./load-questions";
import { StarterForm } from "./starter-form";

type Params = { params: Promise<{ workspace: string; starter: string }> };
type Props = Params & {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const starterOf = (key: string) => STARTERS.find((one) => one.key === key) ?? notFound();

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { workspace, starter } = await params;
  const { t } = await pageView(workspace);
  return { title: starterWords(starterOf(starter), t).name };
}

/** A starter before one chooses it: what it does, how it goes, and the few questions it asks. */
export default async function StarterPage({ params, searchParams }: Props) {
  const { workspace, starter: key } = await params;
  const view = await pageView(workspace);
  const { slug, t, locale } = view;
  const starter = starterIn(starterOf(key), locale);
  const { scenario } = StarterParams.parse(await searchParams);
  const forbidden = forbiddenText(view, "edit_workflows");
  const { name, sentence } = starterWords(starter, t);
  const questions = await loadQuestions(view, starter);
  const teams = new Map(starter.teams.map((team) => [team.key, team.name]));
  const read = new Map(
    Object.entries(starter.templates).map(
      ([one, template]) => [one, { content: pickContent(template, locale, "en") }] as const,
    ),
  );
  const policies = new Map(starter.policies.map((policy) => [policy.key, policy.name]));
  return (
    <>
      <PageHeader
        trail={[
          { label: t("shell.workflows"), href: `/${slug}/workflows` },
          { label: t("newworkflow.title"), href: `/${slug}/workflows/new` },
        ]}
        title={name}
        actions={
          forbidden ? null : (
            <ButtonLink href="#questions" className="lg:!hidden">
              {t("newworkflow.toQuestions")}
            </ButtonLink>
          )
        }
      >
        <p className="ft-prose text-ft-2">{sentence}</p>
      </PageHeader>
      <div className="ft-page-body grid gap-6 pt-4 lg:grid-cols-[minmax(0,1fr)_340px]">
        <div className="grid min-w-0 content-start gap-6">
          <section aria-labelledby="outline" className="grid gap-2">
            <h2 id="outline" className="text-base font-semibold">
              {t("newworkflow.outline")}
            </h2>
            <Document
              definition={starter.definition}
              {...{ t, locale }}
              names={{
                team: (team) => teams.get(team),
                policy: (one) => policies.get(one),
                template: (one) => contentLabel(read.get(one)),
              }}
              counts={new Map()}
              problems={new Map()}
              casesAt={undefined}
            />
          </section>
          <HappyPath
            {...{ starter, scenario, view }}
            path={`/${slug}/workflows/new/${starter.key}`}
          />
        </div>
        <section
          id="questions"
          aria-labelledby="questions-title"
          className="min-w-0 scroll-mt-20 self-start border-y border-ft-subtle bg-ft-surface p-4 lg:sticky lg:top-20 lg:max-h-[calc(100dvh-6rem)] lg:overflow-y-auto"
        >
          <h2 id="questions-title" className="mb-3 text-base font-semibold">
            {t("newworkflow.questions")}
          </h2>
          {forbidden ? (
            <Note tone="due">{forbidden}</Note>
          ) : (
            <StarterForm slug={slug} {...questions} />
          )}
        </section>
      </div>
    </>
  );
}
