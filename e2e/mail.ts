import PostalMime, { type Email } from "postal-mime";
import { MAIL_URL } from "./settings";

const POLL_MS = 100;

/** Every email that reached the SMTP server for an address, oldest first. */
export async function mailTo(address: string): Promise<Email[]> {
  const response = await fetch(MAIL_URL);
  const received = (await response.json()) as { to: string[]; raw: string }[];
  const mine = received.filter((mail) => mail.to.includes(address));
  return Promise.all(mine.map((mail) => PostalMime.parse(mail.raw)));
}

/** Waits until `count` emails have reached an address; rejects with what came instead. */
export async function waitForMail(
  address: string,
  count = 1,
  timeoutMs = 20_000,
): Promise<Email[]> {
  for (const until = Date.now() + timeoutMs; ; ) {
    const mails = await mailTo(address);
    if (mails.length >= count) return mails;
    if (Date.now() > until) {
      const subjects = mails.map((mail) => mail.subject).join(", ") || "none";
      throw new Error(`Waited for ${count} emails to ${address}; came: ${subjects}`);
    }
    await new Promise((done) => setTimeout(done, POLL_MS));
  }
}

/** Empties the SMTP server. */
export async function clearMail(): Promise<void> {
  await fetch(MAIL_URL, { method: "DELETE" });
}
