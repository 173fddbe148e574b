import { expect, test } from "vitest";
import type { MessageRow } from "@/db/queries/messages";
import { messageTitle } from "./message-title";

const content = (parts: Partial<NonNullable<MessageRow["content"]>>) => ({
  template: "invoice-due-sms",
  content: {
    locale: "en",
    subject: null,
    preheader: null,
    title: null,
    body: "",
    actions: [],
    ...parts,
  },
});

test("a message is known by its subject, an SMS by how it begins, an unwritten one by its template", () => {
  expect(messageTitle(content({ subject: "Invoice 2041" }))).toBe("Invoice 2041");
  expect(messageTitle(content({ body: "\n**Invoice** 2041 is due.\nPay it." }))).toBe(
    "Invoice 2041 is due.",
  );
  expect(messageTitle(content({ body: "word ".repeat(40) }))).toHaveLength(80);
  expect(messageTitle(content({ body: " " }))).toBe("invoice-due-sms");
  expect(messageTitle({ template: "due", content: null })).toBe("due");
});
