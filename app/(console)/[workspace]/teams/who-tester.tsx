import { ArrowDown, CircleSlash } from "lucide-react";
import Link from "next/link";
import { PersonField } from "@/components/people/person-field";
import { FormButton } from "@/components/teams/form-button";
import { SelectField, TextField } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { Time } from "@/components/ui/time";
import { AppError } from "@/core/errors";
import { ctx } from "@/server/boot";
import { askWho, type WhoAnswer, WhoInput } from "@/server/teams/ask-who";
import type { PageView } from "../page-view";
import type { Choices } from "./load-choices";
import { questionOf } from "./question";
import type { TeamsParams } from "./search-params";

type Turn = WhoAnswer["turns"][number];

/** “Who would be told now?”: asked by a GET form, so that the answer has an address. */
export async function WhoTester({
  view,
  given,
  choices,
  fixed,
  kept = [],
}: {
  view: PageView;
  given: TeamsParams;
  choices: Choices;
  /** Names and values of what else stands in the address and stays there. */
  kept?: readonly (readonly [string, string])[];
  /** Asked before anybody chose. */
  fixed?: string;
}) {
  const { t, viewerZone } = view;
  const asked = given.ask ?? fixed;
  const answer = asked === undefined ? null : await answerOf(view, asked, given);
  return (
    <section
      id="who"
      aria-labelledby="who-heading"
      className="grid scroll-mt-28 gap-4 border-y border-ft-subtle bg-ft-surface px-4 py-4"
    >
      <div>
        <h2 id="who-heading" className="text-base font-semibold">
          {t("teams.whoTitle")}
        </h2>
        <p className="text-ft-2">{t("teams.whoLead")}</p>
      </div>
      <form
        method="get"
        action="#who"
        className="grid items-start gap-3 md:grid-cols-[repeat(3,minmax(0,1fr))]"
      >
        {kept.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <SelectField label={t("teams.whoAsk")} name="ask" defaultValue={asked} key={asked}>
          {choices.questions.map(({ heading, options }) => (
            <optgroup key={heading} label={heading}>
              {options.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </optgroup>
          ))}
        </SelectField>
        <TextField
          label={t("teams.whoAt")}
          hint={t("teams.whoAtHint", { zone: viewerZone })}
          name="at"
          type="datetime-local"
          defaultValue={given.at}
        />
        <PersonField
          label={t("teams.whoPerson")}
          hint={t("teams.whoPersonHint")}
          name="person"
          value={given.person ?? null}
          choices={choices.people}
        />
        <div className="md:col-span-3">
          <FormButton>{t("teams.whoVerb")}</FormButton>
        </div>
      </form>
      {answer === null ? null : "refused" in answer ? (
        <Note tone="failed">{answer.refused}</Note>
      ) : (
        <Answer answer={answer} view={view} />
      )}
    </section>
  );
}

async function answerOf(
  { workspaceId, locale, viewerZone, t }: PageView,
  ask: string,
  { at, person }: TeamsParams,
): Promise<WhoAnswer | { refused: string }> {
  const input = WhoInput.safeParse({
    what: questionOf(ask),
    at: at ?? null,
    personId: person ?? null,
  });
  if (!input.success) return { refused: t("teams.whoUnclear") };
  try {
    return await askWho(ctx, workspaceId, input.data, { locale, zone: viewerZone });
  } catch (error) {
    if (error instanceof AppError) return { refused: t("teams.whoUnclear") };
    throw error;
  }
}

function Answer({ answer, view }: { answer: WhoAnswer; view: PageView }) {
  const { t } = view;
  const { turns } = answer;
  return (
    <div className="grid gap-2">
      <ol className="grid gap-2">
        {turns.map((turn, i) => (
          <li key={`${turn.at} ${turn.level}`} className="grid gap-2">
            {i > 0 ? (
              <p className="flex items-center gap-1 text-xs text-ft-3">
                <ArrowDown aria-hidden="true" size={14} />
                {t("teams.ifNobody")}
              </p>
            ) : null}
            <TurnCard turn={turn} view={view} isFirst={i === 0} />
          </li>
        ))}
      </ol>
      <p className="text-xs text-ft-3">{t("teams.whoNote")}</p>
    </div>
  );
}

function TurnCard({ turn, view, isFirst }: { turn: Turn; view: PageView; isFirst: boolean }) {
  const { slug, now, viewerZone, locale, t } = view;
  const clock = { viewerZone, now, locale };
  return (
    <article className="grid gap-1 rounded-(--ft-radius-card) border border-ft-subtle px-3 py-2">
      <p className="text-xs text-ft-3">
        {turn.level === null ? null : <>{t("teams.level", { n: turn.level })} · </>}
        <Time at={turn.at} show="absolute" {...clock} />
        {turn.until === null ? null : (
          <>
            {" · "}
            {t.rich("teams.untilThen", {
              moment: <Time key="until" at={turn.until} show="absolute" {...clock} />,
            })}
          </>
        )}
      </p>
      {turn.told.length === 0 ? (
        <p className="font-medium text-(--ft-due)">
          {t(isFirst ? "teams.nobody" : "teams.nobodyLeft")}
        </p>
      ) : (
        <ul className="grid gap-0.5">
          {turn.told.map(({ personId, name, channels, standsInFor }) => (
            <li key={personId} className="flex flex-wrap items-baseline gap-x-2">
              <Link
                href={`/${slug}/people/${encodeURIComponent(personId)}`}
                className="ft-link font-medium"
              >
                {name}
              </Link>
              {channels.length > 0 ? (
                <span className="text-xs text-ft-3">
                  {new Intl.ListFormat(locale).format(
                    channels.map((each) => t("messages.channelName", { channel: each })),
                  )}
                </span>
              ) : null}
              {standsInFor ? (
                <span className="text-xs text-ft-2">
                  {t.rich("teams.standsInFor", {
                    name: standsInFor.name,
                    moment: <Time key="away" at={standsInFor.until} show="absolute" {...clock} />,
                  })}
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {turn.passedOver.map((sentence) => (
        <p key={sentence} className="flex items-start gap-1.5 text-xs text-ft-2">
          <CircleSlash aria-hidden="true" size={14} className="mt-px text-ft-3" />
          {sentence}
        </p>
      ))}
    </article>
  );
}
