import { z } from "zod";
import { LocalTime } from "@/core/calendar/local-time";
import { QuietHours } from "@/core/calendar/windows";
import { TimeZone } from "@/core/calendar/zone";
import { FREQUENCIES } from "@/core/delivery/gate-input";
import { PreferredChannel } from "@/core/delivery/preferred-channel";
import { Key, PersonId } from "@/core/ids";
import { Locale } from "@/core/template/locale";
import { consentsContract } from "./consents";
import { ContactPoint, contactPointsContract } from "./contact-points";
import { endpoint, FilterText, PAGE_LIMIT_MAX, pageOf, pageQuery } from "./endpoint";
import { At, Data, MomentText } from "./fields";
import { withPhone } from "./phone";

export const PEOPLE_IN_BATCH_MAX = 1_000;
const TOPICS_MAX = 200;
const TEAMS_OF_PERSON_MAX = 50;

const Place = z.string().trim().min(1).max(120).nullable().default(null);

const Location = z.strictObject({ country: Place, region: Place, city: Place });

const personFields = {
  name: z.string().trim().min(1).max(200).nullable().optional(),
  email: z.email("not an email address").max(254).nullable().optional(),
  phone: z.string().max(40).nullable().optional().meta({
    description: "Stored as E.164; national numbers need a country in `locale` or `location`",
  }),
  locale: Locale.nullable().optional(),
  timeZone: TimeZone.nullable().optional(),
  managerId: PersonId.nullable().optional().meta({
    description: "Whom they report to; refused where somebody would end above themself",
  }),
  attributes: Data.optional(),
  location: Location.nullable().optional(),
  calendar: Key.nullable().optional().meta({
    description: "When they work; without one, the calendar of their country, then the workspace's",
  }),
};

/** A person inside another request: made when new, otherwise the given fields are merged. */
export const InlinePerson = z.strictObject({ id: PersonId, ...personFields }).transform(withPhone);
export type InlinePerson = z.infer<typeof InlinePerson>;

/** A person among others whose org comes from elsewhere: with whom they report to and which teams they are in. */
export const OrgPerson = z
  .strictObject({
    id: PersonId,
    ...personFields,
    managerEmail: z.email("not an email address").max(254).optional().meta({
      description: "Instead of `managerId`: somebody here or in the same import",
    }),
    teams: z
      .array(
        z.strictObject({
          team: Key,
          role: z.enum(["lead", "member"]).optional().meta({ description: "Absent: as it is" }),
          deputyId: PersonId.nullable().optional(),
          deputyEmail: z.email("not an email address").max(254).optional(),
        }),
      )
      .max(TEAMS_OF_PERSON_MAX)
      .optional()
      .meta({ description: "Teams they are to be in; others they are in stay" }),
  })
  .transform(withPhone);
export type OrgPerson = z.infer<typeof OrgPerson>;

/** Who something is about: an id, or a person inline. */
export const PersonRef = z.union([PersonId, InlinePerson], {
  error: "a person's id, or a person with an id",
});
export type PersonRef = z.infer<typeof PersonRef>;

/** A person as written whole; an absent field is empty. Without an id, one is made. */
export const PersonInput = z
  .strictObject({ id: PersonId.optional(), ...personFields })
  .meta({
    examples: [
      {
        id: "cus_812",
        name: "Ada Marsh",
        email: "ada@example.com",
        phone: "+441632960961",
        locale: "en-GB",
        timeZone: "Europe/London",
        managerId: "emp_7",
        attributes: { plan: "team" },
      },
    ],
  })
  .transform(withPhone);
export type PersonInput = z.infer<typeof PersonInput>;

export const Person = z
  .object({
    id: z.string(),
    name: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    locale: z.string().nullable(),
    timeZone: z.string().nullable(),
    managerId: z.string().nullable(),
    attributes: z.record(z.string(), z.unknown()),
    location: z
      .object({
        country: z.string().nullable(),
        region: z.string().nullable(),
        city: z.string().nullable(),
      })
      .nullable(),
    calendar: z.string().nullable(),
    contactPoints: z.array(ContactPoint),
    createdAt: At,
  })
  .meta({ description: "Someone who can get messages" });
export type Person = z.infer<typeof Person>;

export const Frequency = z.enum(FREQUENCIES);
export type Frequency = z.infer<typeof Frequency>;

const ChannelChoices = z.strictObject({
  email: z.boolean().optional(),
  sms: z.boolean().optional(),
  push: z.boolean().optional(),
  in_app: z.boolean().optional(),
});

/** What a person chose; an absent field returns to the workspace's default. */
export const PreferencesInput = z.strictObject({
  timeZone: TimeZone.nullable().optional().meta({ description: "Absent: as it is" }),
  locale: Locale.nullable().optional().meta({ description: "Absent: as it is" }),
  pausedUntil: MomentText.nullable().default(null),
  preferredChannel: PreferredChannel.nullable().default(null).meta({
    description:
      "Goes first where a step names several channels in order and it reaches the person",
  }),
  quietHours: QuietHours.default([]),
  topics: z
    .record(
      Key,
      z.strictObject({
        channels: ChannelChoices.default({}),
        frequency: Frequency.default("as_it_happens"),
        digestAt: LocalTime.nullable().default(null),
      }),
    )
    .refine((topics) => Object.keys(topics).length <= TOPICS_MAX, `at most ${TOPICS_MAX} topics`)
    .default({}),
});
export type PreferencesInput = z.infer<typeof PreferencesInput>;

/** What holds for a person, topic by topic: their choice, or the topic's default. */
export const Preferences = z.object({
  timeZone: z.string().nullable(),
  locale: z.string().nullable(),
  pausedUntil: At.nullable(),
  preferredChannel: PreferredChannel.nullable(),
  quietHours: z.array(z.object({ days: z.array(z.string()), from: z.string(), to: z.string() })),
  topics: z.record(
    z.string(),
    z.object({
      channels: z.object({
        email: z.boolean(),
        sms: z.boolean(),
        push: z.boolean(),
        in_app: z.boolean(),
      }),
      frequency: Frequency,
      digestAt: z.string().nullable(),
    }),
  ),
});
export type Preferences = z.infer<typeof Preferences>;

const tags = ["People"];
const params = z.strictObject({ id: PersonId });

const PeopleQuery = z.strictObject({
  ...pageQuery,
  email: FilterText.optional(),
  phone: FilterText.optional(),
  managerId: FilterText.optional(),
  q: FilterText.optional().meta({ description: "Part of the name or the id" }),
});
export type PeopleQuery = z.infer<typeof PeopleQuery>;

const BatchResult = z.object({
  results: z.array(
    z.object({
      id: z.string().nullable(),
      created: z.boolean(),
      error: z
        .object({
          code: z.string(),
          detail: z.string(),
          errors: z.array(z.object({ path: z.string(), message: z.string() })),
        })
        .nullable(),
    }),
  ),
});
export type PeopleBatchResult = z.infer<typeof BatchResult>;

export const peopleContract = {
  list: endpoint("people:read", { method: "GET", path: "/people", summary: "List people", tags })
    .input(z.object({ query: PeopleQuery }))
    .output(pageOf(Person)),
  create: endpoint("people:write", {
    method: "POST",
    path: "/people",
    summary: "Create or replace a person",
    description: "Without an `id` one is made. 201 when new, 200 when replaced.",
    successStatus: 201,
    tags,
  })
    .input(z.object({ body: PersonInput }))
    .output(Person),
  batch: endpoint(
    "people:write",
    {
      method: "POST",
      path: "/people/batch",
      summary: "Create or replace many people",
      description: `At most ${PEOPLE_IN_BATCH_MAX}; JSON, or CSV with a header line (\`text/csv\`; \`attributes.plan\` sets one attribute). Each succeeds or fails by itself.`,
      tags,
    },
    ["csv"],
  )
    .input(
      z.object({
        body: z.strictObject({
          people: z
            .array(z.unknown().meta({ description: "A person, as in `PUT /people/{id}`" }))
            .min(1)
            .max(PEOPLE_IN_BATCH_MAX),
        }),
      }),
    )
    .output(BatchResult),
  get: endpoint("people:read", {
    method: "GET",
    path: "/people/{id}",
    summary: "Read a person",
    tags,
  })
    .input(z.object({ params }))
    .output(Person),
  put: endpoint("people:write", {
    method: "PUT",
    path: "/people/{id}",
    summary: "Create or replace a person",
    description: "A field that is absent is emptied. 201 when new, 200 when replaced.",
    tags,
  })
    .input(z.object({ params, body: PersonInput }))
    .output(Person),
  delete: endpoint("people:write", {
    method: "DELETE",
    path: "/people/{id}",
    summary: "Erase a person",
    description:
      "Name, addresses, attributes, choices and the words of their messages are removed for good.",
    successStatus: 204,
    tags,
  })
    .input(z.object({ params }))
    .output(z.void()),
  export: endpoint("people:read", {
    method: "GET",
    path: "/people/{id}/export",
    summary: "Everything kept about a person",
    description: `The newest ${PAGE_LIMIT_MAX * 5} of each kind.`,
    tags,
  })
    .input(z.object({ params }))
    .output(
      z.object({
        person: Person,
        preferences: Preferences,
        consents: z.array(z.record(z.string(), z.unknown())),
        cases: z.array(z.record(z.string(), z.unknown())),
        messages: z.array(z.record(z.string(), z.unknown())),
        replies: z.array(z.record(z.string(), z.unknown())),
        inbox: z.array(z.record(z.string(), z.unknown())),
        events: z.array(z.record(z.string(), z.unknown())),
      }),
    ),
  managers: endpoint("people:read", {
    method: "GET",
    path: "/people/{id}/managers",
    summary: "Read whom a person reports to, all the way up",
    description: "Nearest first. Who reports to somebody: `GET /people?managerId=`.",
    tags,
  })
    .input(z.object({ params }))
    .output(z.object({ data: z.array(Person) })),
  preferenceLink: endpoint("people:write", {
    method: "POST",
    path: "/people/{id}/preference-link",
    summary: "Make a link to a person's preference page",
    description:
      "For your own pages and letters. It works for 60 days, until the person changes their address or is erased; whoever has it can change their settings.",
    tags,
  })
    .input(z.object({ params }))
    .output(z.object({ url: z.url(), expiresAt: At })),
  consents: consentsContract,
  contactPoints: contactPointsContract,
  preferences: {
    get: endpoint("people:read", {
      method: "GET",
      path: "/people/{id}/preferences",
      summary: "Read a person's preferences",
      tags,
    })
      .input(z.object({ params }))
      .output(Preferences),
    put: endpoint("people:write", {
      method: "PUT",
      path: "/people/{id}/preferences",
      summary: "Replace a person's preferences",
      tags,
    })
      .input(z.object({ params, body: PreferencesInput }))
      .output(Preferences),
  },
};
