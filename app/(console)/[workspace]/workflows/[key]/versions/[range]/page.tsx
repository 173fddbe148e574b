import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/shell/page-header";
import { Note } from "@/components/ui/note";
import { ContentChange } from "@/components/workflows/content-change";
import { ResolvedShare } from "@/components/workflows/resolved-share";
import type { DraftTemplates } from "@/core/template/draft-template";
import { contentDifferences } from "@/core/workflow/compare/content-differences";
import { countOutcomes, type VersionOutcome } from "@/db/queries/workflow-counts";
import { findTemplates } from "@/db/queries/workflow-files";
import { findVersion, listVersions } from "@/db/queries/workflows";
import { ctx } from "@/server/boot";
import { readNames, textsIn } from "@/server/messages/read-names";
import { splitContents } from "@/server/workflows/workflow-contents";
import { type PageView, pageView } from "../../../../page-view";
import { workflowOf } from "../../workflow-of";
import { ComparePicker } from "./compare-picker";
import { rangeOf, type Side } from "./range";
import { CompareParams } from "./search-params";
import { WhatChanges } from "./what-changes";

const CHOICES_MAX = 100;

type Props = {
  params: Promise<{ workspace: string; key: string; range: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, key, range } = await params;
  const { workspaceId, t } = await pageView(workspace);
  const { workflow } = await workflowOf(workspaceId, key);
  const sides = rangeOf(range);
  if (!sides) return { title: t("versions.noSuch") };
  return { title: `${workflow.name}: ${titleOf(sides, t)}` };
}

export default async function ComparePage({ params, searchParams }: Props) {
  const { workspace, key, range } = await params;
  const view = await pageView(workspace);
  const { slug, t } = view;
  const { view: shown } = CompareParams.parse(await searchParams);
  const sides = rangeOf(range) ?? notFound();
  const loaded = await loadComparison(view, key, sides);
  const { workflow, before, after, names, contents, choices, outcomes } = loaded;
  const { a, b } = sides;
  const path = `/${slug}/workflows/${encodeURIComponent(workflow.key)}`;
  return (
    <>
      <PageHeader
        trail={[
          { label: t("shell.workflows"), href: `/${slug}/workflows` },
          { label: workflow.name, href: path },
          { label: t("versions.title"), href: `${path}/versions` },
        ]}
        title={titleOf(sides, t)}
      />
      <div className="ft-page-body grid max-w-4xl gap-6 pt-4">
        <ComparePicker path={`${path}/versions`} a={a} b={b} choices={choices} />
        <WhatChanges
          {...{ before, after, names, view }}
          version={b === "draft" ? t("versions.theDraft") : `v${b}`}
          path={`${path}/versions/${encodeURIComponent(range)}`}
          shown={shown}
        />
        {a === "draft" || b === "draft" ? null : (
          <Outcomes a={a} b={b} outcomes={outcomes} view={view} />
        )}
        <section aria-labelledby="words" className="grid gap-3">
          <h2 id="words" className="text-base font-semibold">
            {t("versions.words")}
          </h2>
          {b !== "draft" ? (
            <Note>{t("versions.wordsAreToday")}</Note>
          ) : contents.length === 0 ? (
            <p className="text-ft-2">{t("versions.wordsSame")}</p>
          ) : (
            contents.map((difference) => (
              <section
                key={`${difference.template} ${difference.locale}`}
                className="grid gap-2 border-t border-ft-subtle pt-3"
              >
                <h3 className="font-mono text-xs">{difference.template}</h3>
                <ContentChange difference={difference} t={t} />
              </section>
            ))
          )}
        </section>
      </div>
    </>
  );
}

const titleOf = ({ a, b }: { a: Side; b: Side }, t: PageView["t"]): string =>
  t("versions.compareTitle", {
    a: a === "draft" ? t("versions.draft") : `v${a}`,
    b: b === "draft" ? t("versions.theDraft") : `v${b}`,
  });

async function loadComparison(
  { workspaceId }: PageView,
  key: string,
  { a, b }: { a: Side; b: Side },
) {
  const { workflow } = await workflowOf(workspaceId, key);
  const documentOf = async (side: Side) =>
    (side === "draft"
      ? workflow.draft
      : (await findVersion(ctx.db, workspaceId, workflow.key, side))?.definition) ?? notFound();
  const [before, after] = await Promise.all([documentOf(a), documentOf(b)]);
  const { draft, draftTemplates } = workflow;
  const drafts: DraftTemplates = draft
    ? (await splitContents(ctx.db, workspaceId, draft, draftTemplates)).sent
    : {};
  const [names, versions, outcomes, published] = await Promise.all([
    readNames(ctx.db, workspaceId, textsIn([before, after])),
    listVersions(ctx.db, workspaceId, workflow.key, { limit: CHOICES_MAX }),
    countOutcomes(ctx.db, workspaceId, workflow.key),
    findTemplates(ctx.db, workspaceId, Object.keys(drafts)),
  ]);
  const contents = Object.entries(drafts).flatMap(([template, draft]) =>
    contentDifferences(template, published.get(template) ?? null, draft),
  );
  const choices: Side[] = [
    ...(workflow.draft === null ? [] : (["draft"] as const)),
    ...versions.rows.map(({ version }) => version),
  ];
  return { workflow, before, after, names, contents, choices, outcomes };
}

const NO_CASES: VersionOutcome = { resolved: 0, settled: 0 };

function Outcomes({
  a,
  b,
  outcomes,
  view: { t },
}: {
  a: number;
  b: number;
  outcomes: ReadonlyMap<number, VersionOutcome>;
  view: PageView;
}) {
  const both = [a, b].map((version) => ({ version, ...(outcomes.get(version) ?? NO_CASES) }));
  return (
    <section aria-labelledby="outcomes" className="grid gap-2">
      <h2 id="outcomes" className="text-base font-semibold">
        {t("versions.outcomes")}
      </h2>
      {both.some(({ settled }) => settled === 0) ? (
        <p className="text-ft-2">{t("versions.outcomesNone")}</p>
      ) : (
        <>
          <p className="text-ft-2">{t("versions.outcomesLead")}</p>
          <dl className="grid max-w-md grid-cols-[auto_1fr] gap-x-4 gap-y-1">
            {both.map(({ version, resolved, settled }) => (
              <div key={version} className="contents">
                <dt className="font-medium">v{version}</dt>
                <dd>
                  <ResolvedShare resolved={resolved} settled={settled} />
                  <span className="text-ft-3">
                    {" "}
                    · {t("workflows.shareOf", { resolved, settled })}
                  </span>
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  );
}
