"use client";

import { Settings2 } from "lucide-react";
import { useText } from "@/components/text/text-provider";
import { Button } from "@/components/ui/button";
import type { Problem } from "@/core/workflow/validate";
import { CountsChoice } from "../counts/counts-choice";
import type { ShownCounts } from "../counts/use-counting";
import { useWorld } from "../editor-context";
import { FoundMark } from "../plan/node-texts";
import { SETTINGS_KEY } from "../plan/plan-nodes";
import { VIEWS, type View } from "../use-editor-address";

/** Which view is shown, and how much is wrong. */
export function PlanBar({
  found,
  accepted,
  view,
  onView,
  showing,
  onShow,
  counted,
}: {
  found: readonly Problem[];
  /** How many checks are accepted: they are not counted as found. */
  accepted: number;
  view: View;
  onView: (view: View) => void;
  /** Whether the problems are listed. */
  showing: boolean;
  onShow: (showing: boolean) => void;
  counted: ShownCounts;
}) {
  const t = useText();
  const { store } = useWorld();
  return (
    <div className="ft-plan-bar">
      <fieldset className="ft-views">
        <legend className="sr-only">{t("editor.views")}</legend>
        {VIEWS.map((one) => (
          <label key={one} className="ft-view">
            <input
              type="radio"
              name="view"
              value={one}
              checked={view === one}
              onChange={() => onView(one)}
            />
            {t(`editor.${one}`)}
          </label>
        ))}
      </fieldset>
      <Button
        size="sm"
        look="tertiary"
        onPress={() => {
          store.set({ current: SETTINGS_KEY, chosen: new Set() });
          store.wish("inspector", "name");
        }}
      >
        <Settings2 aria-hidden="true" size={16} />
        {t("editor.settings")}
      </Button>
      <CountsChoice {...counted} />
      <span className="ms-auto" />
      {found.length + accepted === 0 ? (
        <span className="text-ft-3">{t("editor.noProblems")}</span>
      ) : (
        <button
          type="button"
          className="ft-found-button"
          aria-expanded={showing}
          onClick={() => onShow(!showing)}
        >
          {found.length === 0 ? t("editor.noProblems") : <FoundMark found={found} />}
          {accepted === 0 ? null : (
            <span className="ms-1 text-xs text-ft-3">
              {"· "}
              {t("checks.acceptedCount", { n: accepted })}
            </span>
          )}
        </button>
      )}
    </div>
  );
}
