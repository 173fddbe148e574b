import type { TextKey } from "@/components/text/messages";
import type { Text } from "@/components/text/text";
import type { Starter } from "@/core/gallery/starter";

type Words = { name: TextKey; sentence: TextKey };

const WORDS: Readonly<Record<string, Words>> = {
  "subscription-renewal": {
    name: "newworkflow.starterSubscriptionRenewal",
    sentence: "newworkflow.starterSubscriptionRenewalText",
  },
  "unpaid-invoice": {
    name: "newworkflow.starterUnpaidInvoice",
    sentence: "newworkflow.starterUnpaidInvoiceText",
  },
  "support-ticket": {
    name: "newworkflow.starterSupportTicket",
    sentence: "newworkflow.starterSupportTicketText",
  },
  "review-pending": {
    name: "newworkflow.starterReviewPending",
    sentence: "newworkflow.starterReviewPendingText",
  },
  "onboarding-form": {
    name: "newworkflow.starterOnboardingForm",
    sentence: "newworkflow.starterOnboardingFormText",
  },
  "order-shipped": {
    name: "newworkflow.starterOrderShipped",
    sentence: "newworkflow.starterOrderShippedText",
  },
  survey: {
    name: "newworkflow.starterSurvey",
    sentence: "newworkflow.starterSurveyText",
  },
  "security-incident": {
    name: "newworkflow.starterSecurityIncident",
    sentence: "newworkflow.starterSecurityIncidentText",
  },
  "contract-signature": {
    name: "newworkflow.starterContractSignature",
    sentence: "newworkflow.starterContractSignatureText",
  },
  appointment: {
    name: "newworkflow.starterAppointment",
    sentence: "newworkflow.starterAppointmentText",
  },
};

/** What a starter is called and does, in the reader's language. */
export function starterWords({ key, name, sentence }: Starter, t: Text) {
  const words = WORDS[key];
  return words ? { name: t(words.name), sentence: t(words.sentence) } : { name, sentence };
}
