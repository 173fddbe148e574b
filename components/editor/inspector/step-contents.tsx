"use client";

import { useMemo, useState } from "react";
import { ContentEditor } from "@/components/contents/content-editor";
import { ContentPreview } from "@/components/contents/content-preview";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import type { DraftTemplate } from "@/core/template/draft-template";
import { usesOf } from "@/core/workflow/problems/channel-uses";
import type { Step } from "@/core/workflow/step";
import { variablesFor } from "@/core/workflow/variables-for";
import { useDocument, useWorld } from "../editor-context";
import { contentLabel } from "../editor-names";

/** The contents a step's messages are made of; changes of them belong to the draft. */
export function StepContents({ step, shown }: { step: Step; shown: string | null }) {
  const t = useText();
  const { store, facts, readOnly, sender, testSend } = useWorld();
  const { definition, contents } = useDocument();
  const uses = useMemo(() => {
    const ladders = new Map(facts.policies.map(({ key, ladder }) => [key, ladder]));
    return usesOf({ step }, { ladders });
  }, [step, facts.policies]);
  const [chosen, setChosen] = useState(shown ?? uses[0]?.template);
  const [now] = useState(() => Date.now());
  const variables = useMemo(() => variablesFor(definition, facts, now), [definition, facts, now]);
  const use = uses.find(({ template }) => template === chosen) ?? uses[0];
  if (!use) return <p className="text-ft-2">{t("editor.noContent")}</p>;
  const { template: key, channel } = use;
  const published = facts.templates[key];
  const draft = contents[key] ?? (published as DraftTemplate | undefined);
  const set = (template: DraftTemplate) =>
    store.edit({ do: "set_content", key, template }, `content ${key}`);
  return (
    <div className="grid gap-4">
      {uses.length > 1 ? (
        <SelectField
          label={t("editor.contentOf")}
          value={key}
          onChange={(event) => setChosen(event.target.value)}
        >
          {uses.map(({ template, channel: of }) => (
            <option key={`${of} ${template}`} value={template}>
              {t("editor.kind", { kind: of })}:{" "}
              {contentLabel(contents[template] ?? facts.templates[template]) ?? template}
            </option>
          ))}
        </SelectField>
      ) : null}
      {draft ? (
        <>
          <ContentEditor
            key={key}
            draft={draft}
            onChange={set}
            variables={variables}
            people={facts.people}
            workspace={facts.workspace}
            named={sender}
            now={now}
            published={published ?? null}
            readOnly={readOnly}
          />
          <ContentPreview
            draft={draft}
            variables={variables}
            people={facts.people}
            workspace={facts.workspace}
            now={now}
            sender={sender}
            testSend={(shown) => testSend({ key, draft, variables, ...shown })}
            topic={facts.topics.find(({ key: of }) => of === definition.topic) ?? null}
          />
        </>
      ) : (
        <div className="grid justify-items-start gap-2">
          <p className="text-ft-2">{t("editor.unwritten", { key })}</p>
          {readOnly ? null : (
            <Button onPress={() => set({ channel, content: { body: "" } })}>
              {t("editor.writeContent")}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
