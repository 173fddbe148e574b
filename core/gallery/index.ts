import { appointment } from "./appointment";
import { contractSignature } from "./contract-signature";
import { onboardingForm } from "./onboarding-form";
import { orderShipped } from "./order-shipped";
import { reviewPending } from "./review-pending";
import { securityIncident } from "./security-incident";
import type { Starter } from "./starter";
import { subscriptionRenewal } from "./subscription-renewal";
import { supportTicket } from "./support-ticket";
import { survey } from "./survey";
import { unpaidInvoice } from "./unpaid-invoice";

/** The workflows one can begin with, in the order of the gallery. */
export const STARTERS: readonly Starter[] = [
  subscriptionRenewal,
  unpaidInvoice,
  supportTicket,
  reviewPending,
  onboardingForm,
  orderShipped,
  survey,
  securityIncident,
  contractSignature,
  appointment,
];
