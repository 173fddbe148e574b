import { z } from "zod";
import { QuietHours } from "@/core/calendar/windows";
import type { PersonFacts } from "@/core/case/facts";
import { type AddressFacts, FREQUENCIES, type PreferenceFacts } from "@/core/delivery/gate-input";
import type { PreferredChannel } from "@/core/delivery/preferred-channel";
import type { WorkspaceId } from "@/core/ids";
import type { Instant } from "@/core/time";
import type { Db, Tx } from "@/db/client";
import { Json } from "@/db/schema/columns";
import { personName } from "@/server/cases/people-facts";

/** A person with everything delivery looks at. */
export type Recipient = PersonFacts & {
  quietHours: QuietHours | null;
  trackingConsent: boolean;
  /** Newest first. */
  addresses: ReadonlyMap<string, readonly AddressFacts[]>;
  preferences: ReadonlyMap<string, PreferenceFacts>;
  /** The newest word about each topic, newest first; a null topic means all of them. */
  smsConsents: readonly { topic: string | null; granted: boolean }[];
};

const Location = z.object({
  country: z.string().nullable(),
  region: z.string().nullable(),
  city: z.string().nullable(),
});
const Addresses = z.array(
  z.object({
    channel: z.string(),
    address: z.string(),
    verified: z.boolean(),
    reason: z.string().nullable(),
    at: z.number().nullable(),
  }),
);
const Preferences = z.array(
  z.object({
    topic: z.string(),
    channels: z.record(z.string(), z.boolean()),
    frequency: z.enum(FREQUENCIES),
    digestAt: z.string().nullable(),
  }),
);
const Consents = z.array(z.object({ topic: z.string().nullable(), granted: z.boolean() }));

type Row = {
  workspaceId: WorkspaceId;
  id: string;
  name: string | null;
  locale: string | null;
  timeZone: string | null;
  managerId: string | null;
  attributes: unknown;
  location: unknown;
  quietHours: unknown;
  trackingConsent: boolean;
  pausedUntil: Instant | null;
  preferredChannel: PreferredChannel | null;
  erased: boolean;
  addresses: unknown;
  preferences: unknown;
  consents: unknown;
};

const ADDRESSES_MAX = 50;
const PREFERENCES_MAX = 500;
const CONSENTS_MAX = 1_000;

const SELECT = `
  select p.workspace_id as "workspaceId", p.id, p.name, p.locale, p.time_zone as "timeZone",
    p.manager_id as "managerId", p.attributes, p.location, p.quiet_hours as "quietHours",
    p.tracking_consent as "trackingConsent", p.preferred_channel as "preferredChannel",
    (extract(epoch from p.paused_until) * 1000)::float8 as "pausedUntil",
    p.erased_at is not null as erased,
    (select jsonb_agg(a) from (
      select x.channel, x.address, x.verified_at is not null as verified, s.reason,
        (extract(epoch from s.at) * 1000)::float8 as at
        from contact_points x left join suppressions s
          on s.workspace_id = x.workspace_id and s.channel = x.channel and s.address = x.address
       where x.workspace_id = p.workspace_id and x.person_id = p.id
       order by x.created_at desc limit ${ADDRESSES_MAX}) a) as addresses,
    (select jsonb_agg(a) from (
      select r.topic, r.channels, r.frequency, r.digest_at as "digestAt" from preferences r
       where r.workspace_id = p.workspace_id and r.person_id = p.id
       limit ${PREFERENCES_MAX}) a) as preferences,
    case when $3::boolean then (select jsonb_agg(a) from (
      select w.topic, w.granted from (
        select distinct on (s.topic) s.topic, s.granted, s.at, s.id from consents s
         where s.workspace_id = p.workspace_id and s.person_id = p.id and s.channel = 'sms'
         order by s.topic, s.at desc, s.id desc) w
       order by w.at desc, w.id desc limit ${CONSENTS_MAX}) a) end as consents
  from (select distinct * from unnest($1::uuid[], $2::text[])) as w(workspace_id, id)
  join people p on p.workspace_id = w.workspace_id and p.id = w.id`;

/** The people of a batch, by `personName`; who does not exist is not in it. */
export async function loadRecipients(
  tx: Db | Tx,
  wanted: readonly { workspaceId: WorkspaceId; personId: string }[],
  withSmsConsents: boolean,
): Promise<Map<string, Recipient>> {
  const rows = await tx.$client.unsafe<Row[]>(
    SELECT,
    [wanted.map((w) => w.workspaceId), wanted.map((w) => w.personId), withSmsConsents],
    { prepare: true },
  );
  return new Map(rows.map((row) => [personName(row.workspaceId, row.id), toRecipient(row)]));
}

function toRecipient(row: Row): Recipient {
  const addresses = new Map<string, AddressFacts[]>();
  for (const { channel, address, verified, reason, at } of Addresses.parse(row.addresses ?? [])) {
    const suppressed = reason === null ? null : { reason, at: at ?? 0 };
    const known = addresses.get(channel) ?? [];
    known.push({ address, verified, suppressed });
    addresses.set(channel, known);
  }
  const { id, name, locale, timeZone, managerId, trackingConsent, pausedUntil, erased } = row;
  const { preferredChannel } = row;
  const preferences = Preferences.parse(row.preferences ?? []).map(
    ({ topic, ...preference }) => [topic, preference] as const,
  );
  return {
    id,
    name,
    locale,
    timeZone,
    managerId,
    trackingConsent,
    pausedUntil,
    preferredChannel,
    erased,
    email: addresses.get("email")?.[0]?.address ?? null,
    phone: addresses.get("sms")?.[0]?.address ?? null,
    attributes: Json.safeParse(row.attributes).data ?? {},
    location: Location.safeParse(row.location).data ?? null,
    quietHours: QuietHours.safeParse(row.quietHours).data ?? null,
    addresses,
    preferences: new Map(preferences),
    smsConsents: Consents.parse(row.consents ?? []),
  };
}
