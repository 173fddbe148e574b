import { CircleAlert } from "lucide-react";
import { Say } from "@/components/text/say";
import { SMS_ADVISED_SEGMENTS } from "@/core/template/copy-checks";
import type { DraftAction } from "@/core/template/draft-template";
import { smsSegments } from "@/core/template/sms";

const UNICODE_SHOWN_MAX = 5;
/** A button is a line with the address of its page: about as long as ours are. */
const ADDRESS = `https://example.com/a/${"x".repeat(68)}`;

/** How many SMS a text with its buttons costs, counted with example values. */
export function SmsCounter({ text, actions }: { text: string; actions: readonly DraftAction[] }) {
  const lines = actions.map(({ label }) => `\n${label}: ${ADDRESS}`).join("");
  const whole = smsSegments(text + lines);
  const isUnicode = whole.encoding === "ucs2";
  const isMuch = whole.segments > SMS_ADVISED_SEGMENTS || isUnicode;
  return (
    <div
      className={`ft-figures flex items-start gap-1 text-xs ${isMuch ? "text-(--ft-due)" : "text-ft-3"}`}
    >
      {isMuch ? <CircleAlert aria-hidden="true" size={14} className="mt-px" /> : null}
      <p>
        <Say
          text="contents.smsCount"
          slots={{ n: whole.segments, left: whole.unitsLeft, encoding: whole.encoding }}
        />
        {isUnicode ? (
          <>
            {" "}
            <Say
              text="contents.smsUnicode"
              slots={{ chars: whole.unicodeCharacters.slice(0, UNICODE_SHOWN_MAX).join(" ") }}
            />
          </>
        ) : null}
        {lines === "" ? null : (
          <>
            {" "}
            <Say text="contents.smsLinks" slots={{ n: actions.length }} />
          </>
        )}
      </p>
    </div>
  );
}
