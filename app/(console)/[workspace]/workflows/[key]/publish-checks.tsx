"use client";

import { useText } from "@/components/text/text-provider";
import { Fold } from "@/components/ui/fold";
import { Note } from "@/components/ui/note";
import { AcceptCheck } from "@/components/workflows/checks/accept-check";
import { AcceptedLine } from "@/components/workflows/checks/accepted-line";
import type { AcceptedCheck } from "@/core/workflow/problems/accepted";
import { acceptCheckAction, takeBackAcceptanceAction } from "./check-actions";
import type { Preview } from "./use-publishing";

type Props = {
  slug: string;
  workflow: string;
  preview: Preview;
  mayAccept: boolean;
  onAccepted: (accepted: AcceptedCheck[]) => void;
};

/** What stands against publishing, what is only advice, and how the scenarios came out. */
export function PublishChecks({ preview, ...rest }: Props) {
  const { checks, accepted, unfinished, scenarios } = preview;
  const t = useText();
  const problems = checks.filter(({ severity }) => severity === "problem");
  const advice = checks.filter(({ severity }) => severity !== "problem");
  const failed = scenarios.filter(({ ok }) => !ok);
  const against =
    problems.length + unfinished.length + failed.filter(({ required }) => required).length;
  return (
    <section className="grid gap-2">
      <h3 className="font-semibold text-ft-1">{t("versions.checksTitle")}</h3>
      {problems.length > 0 ? null : (
        <p>
          {scenarios.length === 0 ? null : (
            <span aria-hidden="true">{failed.length === 0 ? "✓ " : "△ "}</span>
          )}
          {t("versions.scenariosPass", {
            ok: scenarios.length - failed.length,
            of: scenarios.length,
          })}
        </p>
      )}
      {against > 0 ? (
        <Note tone="failed">{t("versions.problemsStand", { n: against })}</Note>
      ) : advice.length === 0 ? (
        <p>
          <span aria-hidden="true">✓ </span>
          {t("versions.noChecks")}
        </p>
      ) : null}
      <ul className="grid gap-2">
        {problems.map(({ path, message, fix }) => (
          <li key={`${path} ${message}`}>
            <Note tone="due">
              {message} {fix}
            </Note>
          </li>
        ))}
        {unfinished.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            <Note tone="due">
              <code className="text-xs">{path}</code>: {message}
            </Note>
          </li>
        ))}
        {failed.map(({ key, name, required, failures }) => (
          <li key={key}>
            <Note tone="due">
              {t(required ? "versions.scenarioRequired" : "versions.scenarioFails", {
                name,
                why: failures.join(" "),
              })}
            </Note>
          </li>
        ))}
      </ul>
      {advice.length > 0 ? (
        <Fold label={t("versions.nChecks", { n: advice.length })}>
          <Advice advice={advice} {...rest} />
        </Fold>
      ) : null}
      {accepted.length > 0 ? (
        <Fold label={t("versions.nAccepted", { n: accepted.length })}>
          <Accepted preview={preview} {...rest} />
        </Fold>
      ) : null}
    </section>
  );
}

function Advice({
  advice,
  slug,
  workflow,
  mayAccept,
  onAccepted,
}: Omit<Props, "preview"> & { advice: Preview["checks"] }) {
  return (
    <ul className="grid gap-2 pt-2 text-sm">
      {advice.map(({ check, message, fix }) => (
        <li key={check} className="flex flex-wrap items-start gap-x-4 gap-y-1">
          <p className="min-w-0 flex-1 basis-60">
            {message} <span className="text-ft-2">{fix}</span>
          </p>
          {mayAccept ? (
            <AcceptCheck
              message={message}
              onAccept={async (note) => {
                const answer = await acceptCheckAction(slug, { key: workflow, check, note });
                if (answer.ok) onAccepted(answer.value);
                return answer;
              }}
            />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Accepted({ preview: { accepted, clock }, slug, workflow, mayAccept, onAccepted }: Props) {
  return (
    <ul className="grid gap-3 pt-2 text-sm">
      {accepted.map(({ problem, check, acceptance }) => (
        <li key={check}>
          <AcceptedLine
            message={problem.message}
            {...{ acceptance, clock }}
            onTakeBack={
              mayAccept
                ? async () => {
                    const answer = await takeBackAcceptanceAction(slug, { key: workflow, check });
                    if (answer.ok) onAccepted(answer.value);
                    return answer;
                  }
                : null
            }
          />
        </li>
      ))}
    </ul>
  );
}
