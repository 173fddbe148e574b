import { join } from "node:path";
import type { Email } from "postal-mime";
import postgres from "postgres";
import { embeddedUrl } from "../db/embedded";
import type { Api } from "./api";
import type { Reader } from "./inbox-workflow";
import { waitForMail } from "./mail";
import { oneStage } from "./one-stage";
import { APP_URL } from "./settings";

const PAID = [{ id: "paid", label: "I have paid", kind: "complete" }];

/** A workflow that writes two letters, a week apart. */
const workflow = (key: string) =>
  oneStage(key, "Review {{ data.number }}", [
    { id: "first", kind: "send", channels: [{ email: key }] },
    { id: "patience", kind: "wait_for_response", for: "P7D" },
    { id: "second", kind: "send", channels: [{ email: key }] },
    { id: "again", kind: "wait_for_response", for: "P7D" },
  ]);

/** Puts topic, template and workflow in place and publishes it. */
export async function installLetters(
  api: Api,
  key: string,
  topic: { name: string; description?: string; required?: boolean },
): Promise<void> {
  await api.put(`/topics/${key}`, { required: false, defaultChannels: ["email"], ...topic });
  const content = { subject: "Review {{ data.number }}", body: "Please look.", actions: PAID };
  await api.put(`/templates/${key}`, { channel: "email", content });
  await api.put(`/workflows/${key}`, workflow(key));
  await api.publish(key);
}

let asked = 0;

/** Has somebody written to; gives the letter as it arrived. */
export async function letterTo(api: Api, key: string, person: Reader): Promise<Email> {
  asked += 1;
  await api.post("/events", { name: `${key}.asked`, person, data: { number: asked } });
  const letter = (await waitForMail(person.email)).at(-1);
  if (!letter) throw new Error("No letter came");
  return letter;
}

/** The address of a public page in a letter: `p` preferences, `u` unsubscribe, `a` an action, `v` the view. */
export function linkIn({ html, text }: Email, purpose: "p" | "u" | "a" | "v"): string {
  const found = new RegExp(`${APP_URL}/${purpose}/[\\w.-]+`).exec(`${html} ${text}`)?.[0];
  if (found === undefined) throw new Error(`The letter has no link of the kind ${purpose}`);
  return found;
}

/** Makes a letter as old as links in it are at most, which no clock of a live workspace does. */
export async function ageLetter(api: Api, person: Reader): Promise<void> {
  const { data } = await api.get<{ data: { id: string }[] }>(`/messages?person=${person.id}`);
  const url = embeddedUrl(join(process.env.E2E_DATA ?? "", "postgres"));
  if (url === null) throw new Error("This run has no database of its own");
  const sql = postgres(url, { max: 1 });
  const ids = data.map(({ id }) => id);
  await sql`update messages set planned_at = planned_at - interval '400 days' where id in ${sql(ids)}`;
  await sql.end();
}
