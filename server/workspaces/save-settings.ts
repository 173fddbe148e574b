import { z } from "zod";
import { TimeZone } from "@/core/calendar/zone";
import { changedLimits, LimitsChange } from "@/core/delivery/change-limits";
import { AppError } from "@/core/errors";
import { Key } from "@/core/ids";
import { URL_CHARS_MAX } from "@/core/template/content";
import { LOCALES_MAX, Locale } from "@/core/template/locale";
import { inTransaction, type Tx } from "@/db/client";
import { audit } from "@/db/queries/audit";
import { findKeyed } from "@/db/queries/keyed";
import {
  bumpFacts,
  lockWorkspace,
  recheckCapped,
  updateWorkspace,
  type WorkspaceChanges,
} from "@/db/queries/workspaces";
import { factsChanged } from "@/server/cases/facts-changed";
import type { Who } from "@/server/cases/verbs";
import type { Ctx } from "@/server/context";
import { newId } from "@/server/new-id";

const NAME_CHARS_MAX = 80;
const ADDRESS_CHARS_MAX = 300;
/** A hundred years: longer is "for good", which is null. */
const RETENTION_DAYS_MAX = 36_500;

const Days = z.int().min(1).max(RETENTION_DAYS_MAX).nullable();

/** What can be changed about a workspace; absent fields stay, null takes a value away. */
export const WorkspaceSettings = z
  .strictObject({
    name: z.string().trim().min(1, "a workspace needs a name").max(NAME_CHARS_MAX),
    timeZone: TimeZone,
    locale: Locale,
    calendar: Key.nullable(),
    /** The fallback first. */
    locales: z
      .array(Locale)
      .max(LOCALES_MAX)
      .refine((tags) => new Set(tags).size === tags.length, "a language is named twice"),
    brand: z
      .strictObject({
        color: z
          .string()
          .regex(/^#[0-9a-fA-F]{6}$/, 'a colour such as "#0a66c2"')
          .nullable(),
        address: z.string().trim().max(ADDRESS_CHARS_MAX).nullable(),
        logoUrl: z
          .url({ protocol: /^https$/, error: "an address that begins with https://" })
          .max(URL_CHARS_MAX)
          .nullable(),
      })
      .partial(),
    frequencyLimits: LimitsChange,
    retention: z
      .strictObject({
        closedCaseDays: Days,
        messageContentDays: Days,
        eventDays: Days,
        auditDays: Days,
      })
      .partial(),
  })
  .partial();
export type WorkspaceSettings = z.infer<typeof WorkspaceSettings>;

/**
 * Changes a workspace, in one transaction with its audit line, which holds both values of each field.
 * A new time zone or calendar plans open cases again. Throws `invalid` for a calendar that does not exist.
 */
export async function saveSettings(ctx: Ctx, who: Who, input: WorkspaceSettings): Promise<void> {
  const { workspaceId, actor } = who;
  await inTransaction(ctx.db, async (tx) => {
    const row = await lockWorkspace(tx, workspaceId);
    if (!row) throw new AppError("not_found", "There is no such workspace.");
    await checkCalendar(tx, who, input.calendar);
    const { brand, retention, frequencyLimits, ...plain } = input;
    const wanted: WorkspaceChanges = {
      ...(defined(plain) as WorkspaceChanges),
      ...(brand && { brand: merged(row.brand, brand) }),
      ...(frequencyLimits && {
        frequencyLimits: changedLimits(row.frequencyLimits, frequencyLimits),
      }),
      ...(retention && { retention: merged(row.retention, retention) }),
    };
    const changed = Object.entries(wanted).filter(
      ([field, to]) => JSON.stringify(row[field as keyof WorkspaceChanges]) !== JSON.stringify(to),
    );
    if (changed.length === 0) return;
    await updateWorkspace(tx, workspaceId, wanted);
    // Before the cases are planned again: caches look at the revision.
    await bumpFacts(tx, workspaceId);
    const fields = new Set(changed.map(([field]) => field));
    const what = fields.has("timeZone") ? "zone" : fields.has("calendar") ? "calendar" : null;
    if (fields.has("frequencyLimits")) await recheckCapped(tx, workspaceId);
    if (what) await factsChanged(ctx, tx, workspaceId, { all: true }, what);
    const detail = Object.fromEntries(
      changed.map(([field, to]) => [field, { from: row[field as keyof WorkspaceChanges], to }]),
    );
    const action = "workspace.changed";
    await audit(tx, workspaceId, { id: newId(), actor, action, target: row.slug, detail });
  });
}

async function checkCalendar(tx: Tx, { workspaceId }: Who, key: string | null | undefined) {
  if (key === undefined || key === null) return;
  if (await findKeyed(tx, workspaceId, "calendars", key)) return;
  const errors = [{ path: "calendar", message: "there is no such calendar" }];
  throw new AppError("invalid", `There is no calendar ${key}.`, { errors });
}

const defined = (input: object) =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));

/** Null and empty text take a value away. */
function merged<T extends object>(stored: T, given: object): T {
  const all = { ...stored, ...defined(given) };
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== null && value !== ""),
  ) as T;
}
