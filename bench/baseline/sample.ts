/** What the engine stores with each step and message of the bench's workflow, written once by hand. */
export const CASE_DATA = (n: number) =>
  JSON.stringify({ id: String(n), number: `R-${n}`, amount: 120.5, currency: "EUR" });

const WAITED = { code: "wait.ended", params: { rule: { for: "PT1S" } } };
const OPENED = { code: "case.opened", params: { event: "bench.opened" } };

const requestOf = (step: number) =>
  JSON.stringify({ because: step === 0 ? OPENED : WAITED, audience: "person" });

export const REQUESTS = [0, 1, 2].map(requestOf);

export const SENT_PARAMS = JSON.stringify({ ...WAITED, audience: "person" });

export const EVIDENCE = JSON.stringify({
  case: "open",
  zone: "Europe/Berlin",
  topic: "bench",
  required: false,
});

/** The content of a message; `n` stands for what a template would fill in. */
export const contentOf = (n: number) =>
  `{"body":"Hello p${n},\\n\\nplease pay **€120.50** by 6 Dec 2026, so that your plan goes on.","title":null,"locale":"en","actions":[{"id":"pay","url":"https://pay.example.com/${n}","kind":"link","label":"Pay now","choices":[]}],"subject":"Invoice R-${n} for p${n}","preheader":null}`;

const AT = 1_796_555_679_758;
const sent = (step: string) => ({
  code: "message.planned",
  step,
  params: { to: ["p59"], channels: [{ email: "reminder" }], audience: "person" },
});
const waits = (step: string) => ({
  code: "wait.started",
  step,
  params: { rule: { for: "PT1S" }, until: AT },
});

/** The timeline's entries for each transition. */
export const ENTRIES = [
  [
    {
      code: "case.opened",
      step: null,
      params: {
        by: { id: "01a202f7-2010-7dae-8f4c-887d9caa6382", kind: "event", name: "bench.opened" },
        due: AT,
        subject: "Invoice R-2959",
      },
    },
    waits("pause"),
  ],
  [
    { code: "branch.taken", step: "size", params: { name: "Large", when: "data.amount > 100" } },
    sent("remind"),
    waits("grace"),
  ],
  [
    {
      code: "esc.started",
      step: "escalate",
      params: { to: ["m59 Miller"], level: 1, until: AT, within: "PT3S", because: WAITED },
    },
  ],
  [
    { code: "esc.exhausted", step: "escalate", params: {} },
    {
      code: "case.resolved",
      step: "close",
      params: { by: { kind: "plan" }, how: "plan", outcome: "resolved" },
    },
  ],
].map((entries) => JSON.stringify(entries));

/** The state's own notes, before and after the first messages. */
export const MEMORY = JSON.stringify({ turn: 1, until: AT, messages: 1, lastMessageAt: AT });
