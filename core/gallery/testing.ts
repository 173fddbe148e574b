import type { Content, Template } from "@/core/template/content";
import { type RenderedContent, renderContent } from "@/core/template/render-content";
import type { RenderScope } from "@/core/template/scope";
import { DAY_MS } from "@/core/time";
import { STARTERS } from ".";
import type { Starter } from "./starter";

export const NOW = Date.parse("2026-09-14T08:00:00Z");

export const PERSON = {
  id: "cus_812",
  name: "Ada Marsh",
  firstName: "Ada",
  email: "ada@example.com",
  phone: "+441632960961",
  locale: "en-GB",
  timeZone: "Europe/London",
  attributes: {},
  location: null,
  managerId: null,
};

/** What a message of a starter reads, for its own example. */
export const scopeOf = (starter: Starter, change: Partial<RenderScope> = {}): RenderScope => ({
  data: starter.example.data,
  person: PERSON,
  recipient: PERSON,
  case: {
    number: "C-1042",
    subject: "Invoice 2041",
    owner: "Dana Weiss",
    openedAt: NOW - DAY_MS,
    url: "https://followthrough.example.com/acme/cases/1042",
  },
  due: NOW + 3 * DAY_MS,
  messages: {},
  history: {},
  open: { count: 3, cases: [] },
  now: NOW,
  ...change,
});

export const contentsOf = (template: Template): [string, Content][] => [
  ["en", template.content],
  ...Object.entries(template.locales ?? {}),
];

export type StarterEmail = {
  starter: string;
  template: string;
  locale: string;
  rendered: RenderedContent;
};

/** Every email of every starter in each of its languages, in the order of the gallery. */
export const starterEmails = (): StarterEmail[] =>
  STARTERS.flatMap((starter) =>
    Object.entries(starter.templates)
      .filter(([, { channel }]) => channel === "email")
      .flatMap(([template, each]) =>
        contentsOf(each).map(([locale, content]) => {
          const settings = { locale, zone: "Europe/Berlin", now: NOW };
          const result = renderContent(content, scopeOf(starter), settings);
          if (!result.ok) throw new Error(`${template} ${locale}: ${result.message}`);
          return { starter: starter.key, template, locale, rendered: result.rendered };
        }),
      ),
  );
