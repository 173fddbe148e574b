import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/shell/page-header";
import { Note } from "@/components/ui/note";
import { Key } from "@/core/ids";
import { variablesFor } from "@/core/workflow/variables-for";
import { findKeyed } from "@/db/queries/keyed";
import { findWorkflow } from "@/db/queries/workflows";
import { ctx } from "@/server/boot";
import { messageSender } from "@/server/templates/message-sender";
import { loadEditorFacts } from "@/server/workflows/editor-facts";
import { forbiddenText } from "../../forbidden-text";
import { pageView } from "../../page-view";
import { templateUsers } from "../template-users";
import { DeleteTemplate } from "./delete-template";
import { TemplateParams } from "./search-params";
import { TemplateWorkshop } from "./template-workshop";

type Props = {
  params: Promise<{ workspace: string; key: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const keyIn = (key: string): string => {
  const found = Key.safeParse(decodeURIComponent(key));
  return found.success ? found.data : notFound();
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).key) };
}

export default async function TemplatePage({ params, searchParams }: Props) {
  const { workspace, key: given } = await params;
  const view = await pageView(workspace);
  const { t, slug, workspaceId, member, now } = view;
  const key = keyIn(given);
  const [row, users] = await Promise.all([
    findKeyed(ctx.db, workspaceId, "templates", key),
    templateUsers(workspaceId),
  ]);
  if (!row) notFound();
  const { workflows, policies } = users(key);
  const [first] = workflows;
  const isUsed = workflows.size + policies.length > 0;
  const found = first === undefined ? undefined : await findWorkflow(ctx.db, workspaceId, first);
  const definition = found?.live?.definition ?? found?.workflow.draft ?? null;
  const [facts, sender] = await Promise.all([
    loadEditorFacts(ctx, workspaceId, { definition }),
    messageSender(ctx, workspaceId),
  ]);
  const whyNot = forbiddenText(view, "edit_workflows");
  const topicKey = row.template.topic ?? definition?.topic;
  const topic = facts.topics.find((each) => each.key === topicKey);
  return (
    <>
      <PageHeader
        title={key}
        trail={[{ label: t("contents.page"), href: `/${slug}/content` }]}
        actions={whyNot || isUsed ? null : <DeleteTemplate slug={slug} templateKey={key} />}
      >
        <div className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ft-3">
          <span>{t(`settings.channel_${row.template.channel}`)}</span>
          {isUsed ? (
            <ul className="flex flex-wrap gap-x-3" aria-label={t("contents.usedIn")}>
              <li aria-hidden="true">{t("contents.usedIn")}</li>
              {[...workflows].map((workflow) => (
                <li key={workflow}>
                  <Link
                    className="ft-link"
                    href={`/${slug}/workflows/${encodeURIComponent(workflow)}`}
                  >
                    {workflow}
                  </Link>
                </li>
              ))}
              {policies.map((policy) => (
                <li key={policy}>{t("contents.policyNamed", { key: policy })}</li>
              ))}
            </ul>
          ) : (
            <span>{t("contents.usedNowhere")}</span>
          )}
        </div>
      </PageHeader>
      <div className="ft-page-body grid gap-4 pt-4">
        {whyNot ? <Note>{whyNot}</Note> : null}
        <TemplateWorkshop
          key={key}
          slug={slug}
          templateKey={key}
          saved={row.template}
          variables={variablesFor(definition, facts, now)}
          people={facts.people}
          workspace={{ locale: facts.workspace.locale, timeZone: facts.workspace.timeZone }}
          sender={sender}
          topic={topic ? { key: topic.key, name: topic.name } : null}
          now={now}
          given={TemplateParams.parse(await searchParams)}
          whyNot={whyNot}
          me={member.email}
          isSandbox={member.workspace.kind === "sandbox"}
        />
      </div>
    </>
  );
}
