import { expect, it } from "vitest";
import { htmlToText } from "./html-text";
import { stripQuoted } from "./strip-quoted";

it("keeps the words and nothing that runs", () => {
  const html =
    '<html><head><title>t</title><style>p{}</style></head><body><script>alert(1)</script><p onclick="x()">Bezahlt &amp; erledigt</p><img src="https://t.example.com/x.gif" alt="pixel"><svg><script>y()</script></svg><a href="javascript:z()">hier</a></body></html>';
  expect(htmlToText(html).replace(/\s+/g, " ").trim()).toBe("Bezahlt & erledigt hier");
});

it("leaves what Gmail, Apple Mail and Outlook quote to those who wrote it", () => {
  const gmail =
    '<div dir="ltr">Paid!</div><br><div class="gmail_quote"><div class="gmail_attr">On Mon wrote:<br></div><blockquote>Invoice</blockquote></div>';
  const apple =
    '<div>Done</div><blockquote type="cite"><div>On 23 Nov 2026, Shop wrote:</div>Invoice</blockquote>';
  const outlook =
    '<p>Done</p><div id="divRplyFwdMsg"><b>Von:</b> Shop &lt;s@example.com&gt;<br><b>Gesendet:</b> Montag<br><b>An:</b> Ana</div><div>Rechnung</div>';
  expect(stripQuoted(htmlToText(gmail))).toBe("Paid!");
  expect(stripQuoted(htmlToText(apple))).toBe("Done");
  expect(stripQuoted(htmlToText(outlook))).toBe("Done");
});

it("takes no long time over deep, wide and broken markup", () => {
  for (const html of [
    "<div>".repeat(100_000),
    "<p>a".repeat(100_000),
    "<".repeat(400_000),
    "<!--".repeat(100_000),
    "&amp".repeat(100_000),
    `<table>${"<tr><td>x".repeat(30_000)}`,
    `<a href="${"x".repeat(400_000)}">y`,
  ]) {
    expect(typeof htmlToText(html)).toBe("string");
  }
});
