import { expect, test } from "vitest";
import { messagesFor } from "@/components/text/messages";
import { textOf } from "@/components/text/text";
import { actionText, nounText } from "./action-text";

const [english, german] = ["en", "de"].map((locale) => textOf(messagesFor(locale), locale)) as [
  ReturnType<typeof textOf>,
  ReturnType<typeof textOf>,
];

test("an action is said in words, and one that nothing writes any more by its code", () => {
  expect(actionText("webhook_endpoint.secret_rotated", english)).toBe(
    "Secret of a webhook endpoint renewed",
  );
  expect(actionText("channel_account.turned_off", german)).toBe("Konto ausgeschaltet");
  expect(actionText("colour.mixed", english)).toBe("colour.mixed");
});

test("the group of a noun is named too", () => {
  expect(nounText("address", german)).toBe("Adressen");
  expect(nounText("colour", german)).toBe("colour");
});
