"use client";

import { useId, useState } from "react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { Fold } from "@/components/ui/fold";
import { Note } from "@/components/ui/note";
import { Skeleton } from "@/components/ui/skeleton";
import { DifferenceList } from "@/components/workflows/difference-list";
import type { AcceptedCheck } from "@/core/workflow/problems/accepted";
import { type InFlight, InFlightChoice } from "./in-flight-choice";
import { PublishChecks } from "./publish-checks";
import { PublishChanges } from "./publish-summary";
import { type Preview, type Publishing, usePublishing } from "./use-publishing";

const SPREAD_MINUTES = 120;
const NOTE_CHARS_MAX = 4_000;

/**
 * What publishing changes and for whom, and then the button. Where nothing bites it is one line. With
 * `restore` an earlier version is made live again and the draft stays as it is.
 */
export function PublishDialog({
  next,
  onClose,
  onPublished,
  onAccepted,
  ...publishing
}: Publishing & {
  /** The number the version will have, as far as it is known. */
  next: number;
  onClose: () => void;
  onPublished?: (version: number) => void;
  /** What is accepted, after some of it was changed here. */
  onAccepted?: (accepted: AcceptedCheck[]) => void;
}) {
  const t = useText();
  const form = useId();
  const { restore } = publishing;
  const { preview, failure, isStale, pending, publish, reload } = usePublishing(
    publishing,
    (version) => {
      onPublished?.(version);
      onClose();
    },
  );
  const [inFlight, setInFlight] = useState<InFlight>("finish");
  const [spread, setSpread] = useState(SPREAD_MINUTES);
  const version = preview?.version ?? next;
  const soon = preview?.impact.landing.some((row) => (row.next?.soon ?? 0) > 0) ?? false;
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t("versions.publish", { version })}
      size="lg"
      footer={
        <>
          <Button onPress={onClose}>
            {t(restore === undefined ? "versions.cancel" : "common.cancel")}
          </Button>
          <Button
            type="submit"
            form={form}
            look="primary"
            pending={pending}
            isDisabled={!preview || isBlocked(preview)}
          >
            {t("versions.publish", { version })}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          const note = String(new FormData(event.currentTarget).get("note") ?? "");
          publish({ inFlight, spreadMinutes: soon ? spread : 0, note });
        }}
      >
        {isStale ? <Note tone="due">{t("versions.stale")}</Note> : null}
        {restore === undefined ? null : (
          <p>
            {t("versions.restores", { version: restore, next: version })} {t("versions.keepsDraft")}{" "}
            {t("versions.wordsNotKept")}
          </p>
        )}
        {preview ? null : failure ? null : <Skeleton height={80} />}
        {preview && isQuiet(preview) ? <QuietLine preview={preview} /> : null}
        {preview && !isQuiet(preview) ? (
          <>
            <PublishChanges preview={preview} />
            <PublishChecks
              slug={publishing.slug}
              workflow={publishing.workflow}
              preview={preview}
              // A check is accepted as the draft has it.
              mayAccept={restore === undefined}
              onAccepted={(accepted) => {
                onAccepted?.(accepted);
                void reload();
              }}
            />
            {isBlocked(preview) ? null : preview.impact.inFlight > 0 ? (
              <InFlightChoice
                preview={preview}
                value={inFlight}
                onChange={setInFlight}
                spread={spread}
                onSpread={setSpread}
              />
            ) : (
              <p>{t("versions.noneInFlight")}</p>
            )}
            <WhoEnters preview={preview} />
          </>
        ) : null}
        {preview && !isBlocked(preview) ? (
          <TextField
            label={t("versions.noteLabel")}
            hint={t("versions.noteHint")}
            name="note"
            maxLength={NOTE_CHARS_MAX}
            // Where there is nothing to look at, Enter publishes.
            autoFocus={isQuiet(preview)}
          />
        ) : null}
        {failure ? <Note tone="failed">{failure.message}</Note> : null}
      </form>
    </Dialog>
  );
}

function isBlocked({ checks, unfinished, scenarios }: Preview): boolean {
  return (
    checks.some(({ severity }) => severity === "problem") ||
    unfinished.length > 0 ||
    scenarios.some(({ required, ok }) => required && !ok)
  );
}

/** Nothing bites: no open case is touched by the steps, no other workflow by the words. */
function isQuiet(preview: Preview): boolean {
  const { version, scenarios, contents, changes, impact } = preview;
  return (
    version > 1 &&
    !isBlocked(preview) &&
    scenarios.every(({ ok }) => ok) &&
    contents.every(({ alsoUsedBy }) => alsoUsedBy.length === 0) &&
    (changes.length === 0 || impact.inFlight === 0)
  );
}

function QuietLine({ preview: { changes, contents } }: { preview: Preview }) {
  const t = useText();
  if (changes.length === 0 && contents.length > 0) {
    return <p>{t("versions.onlyWords", { n: contents.length })}</p>;
  }
  return (
    <div>
      <p>{t("versions.nothingBites", { n: changes.length + contents.length })}</p>
      {changes.length > 0 ? (
        <Fold label={t("versions.whatChanges")}>
          <DifferenceList differences={changes} t={t} />
        </Fold>
      ) : null}
    </div>
  );
}

/** A first version tells who would have entered. */
function WhoEnters({ preview: { version, impact } }: { preview: Preview }) {
  const t = useText();
  if (version > 1) return null;
  const { startsPerDay } = impact;
  return (
    <p>
      {startsPerDay === null ? t("versions.byHand") : t("versions.firstEnter", { n: startsPerDay })}
    </p>
  );
}
