"use client";

import { useCallback, useMemo, useState } from "react";
import type { z } from "zod";
import { TestSend } from "@/components/contents/test-send";
import type { Period } from "@/components/editor/counts/counting";
import { Editor, type EditorProps } from "@/components/editor/editor";
import type { TestedContent } from "@/components/editor/editor-context";
import { LeadPicker } from "@/components/editor/lead-picker";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { EditorFacts } from "@/core/workflow/editor-facts";
import { testSendAction } from "../../../content/actions";
import { changeTeamAction } from "../../../teams/actions";
import { acceptCheckAction, takeBackAcceptanceAction } from "../check-actions";
import { PublishDialog } from "../publish-dialog";
import {
  askAction,
  attendAction,
  countFlowsAction,
  draftStateAction,
  handOverAction,
  keepDraftAction,
  loadDraftAction,
  saveDraftAction,
  takeOverAction,
} from "./actions";

type Props = Omit<
  EditorProps,
  "actions" | "leadPicker" | "publishDialog" | "testSend" | "simulateHref"
> & {
  /** The operator's own address, and whether messages leave here at all. */
  me: string;
  isSandbox: boolean;
  whyNot: string | null;
};

/** The editor with the actions and dialogs that are this page's. */
export function OpenEditor({ me, isSandbox, whyNot, ...props }: Props) {
  const { slug, workflow } = props;
  const [leads, setLeads] = useState<ReadonlyMap<string, string>>(new Map());
  const facts = useMemo(
    () => ({
      ...props.facts,
      teams: props.facts.teams.map((team) => {
        const leadId = leads.get(team.key);
        return leadId === undefined ? team : { ...team, leadId };
      }),
    }),
    [props.facts, leads],
  );
  const [accepted, setAccepted] = useState(props.accepted);
  const actions = useMemo(
    () => ({
      save: (input: Omit<Parameters<typeof saveDraftAction>[1], "key">) =>
        saveDraftAction(slug, { key: workflow, ...input }),
      state: () => draftStateAction(slug, { key: workflow }),
      load: () => loadDraftAction(slug, { key: workflow }),
      takeOver: () => takeOverAction(slug, { key: workflow }),
      flows: (period: Period) => countFlowsAction(slug, { key: workflow, period }),
      acceptCheck: async (input: { check: string; note: string }) => {
        const answer = await acceptCheckAction(slug, { key: workflow, ...input });
        if (answer.ok) setAccepted(answer.value);
        return answer;
      },
      takeBackAcceptance: async (input: { check: string }) => {
        const answer = await takeBackAcceptanceAction(slug, { key: workflow, ...input });
        if (answer.ok) setAccepted(answer.value);
        return answer;
      },
      attend: (tab: string) => attendAction(slug, { key: workflow, tab }),
      ask: (tab: string, isAsking: boolean) => askAction(slug, { key: workflow, tab, isAsking }),
      handOver: (operatorId: string) => handOverAction(slug, { key: workflow, operatorId }),
      keep: (operatorId: string) => keepDraftAction(slug, { key: workflow, operatorId }),
      leave: (tab: string) => sayLeft({ workspace: slug, workflow, tab }),
    }),
    [slug, workflow],
  );
  const testSend = useCallback(
    ({ key, draft, variables, locale, personId }: TestedContent) => (
      <TestSend
        channel={draft.channel}
        {...{ me, isSandbox, whyNot }}
        onSend={(to) =>
          testSendAction(slug, {
            key,
            draft,
            locale,
            personId,
            variables: variables.flatMap(({ path, example }) =>
              example === undefined ? [] : [{ path, example: jsonOf(example) }],
            ),
            to,
          })
        }
      />
    ),
    [slug, me, isSandbox, whyNot],
  );
  const chosen = (key: string, leadId: string) =>
    setLeads((old) => new Map([...old, [key, leadId]]));
  return (
    <Editor
      {...props}
      facts={facts}
      accepted={accepted}
      actions={actions}
      leadPicker={(team, done) => (
        <LeadDialog
          slug={slug}
          facts={facts}
          team={team}
          onChosen={(leadId) => {
            chosen(team, leadId);
            done();
          }}
          onClose={done}
        />
      )}
      simulateHref={`/${slug}/workflows/${encodeURIComponent(workflow)}/simulate`}
      testSend={testSend}
      publishDialog={(next, done, restore) => (
        <PublishDialog
          slug={slug}
          workflow={workflow}
          next={next}
          restore={restore}
          onClose={() => done(null)}
          onAccepted={setAccepted}
          onPublished={done}
        />
      )}
    />
  );
}

/** Outlives the page, as no action does. Unheard, the server finds out after two and a half minutes. */
function sayLeft(left: { workspace: string; workflow: string; tab: string }): void {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify(left);
  fetch("/api/editor-left", { method: "POST", keepalive: true, headers, body }).catch(() => {});
}

const jsonOf = (value: unknown): z.core.util.JSONType => JSON.parse(JSON.stringify(value));

/** Who supervises a team that has nobody, asked where it was found missing. */
function LeadDialog({
  slug,
  facts,
  team,
  onChosen,
  onClose,
}: {
  slug: string;
  facts: EditorFacts;
  team: string;
  onChosen: (leadId: string) => void;
  onClose: () => void;
}) {
  const t = useText();
  const found = facts.teams.find(({ key }) => key === team);
  if (!found) return null;
  const nameOf = (id: string) => found.members?.find((member) => member.id === id)?.name ?? null;
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t("editor.leadTitle", { team: found.name })}
      size="sm"
    >
      <div className="grid gap-4">
        <LeadPicker
          team={found}
          members={found.memberIds.map((id) => ({ id, name: nameOf(id) }))}
          others={facts.people}
          save={(key, leadId) =>
            changeTeamAction(slug, { key, change: { change: "lead", leadId } })
          }
          onChosen={onChosen}
          fieldRef={(field) => field?.focus()}
        />
        <Button onPress={onClose}>{t("editor.cancel")}</Button>
      </div>
    </Dialog>
  );
}
