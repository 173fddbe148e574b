import { reviewPending } from "./review-pending";
import { securityIncident } from "./security-incident";
import type { Starter } from "./starter";
import { subscriptionRenewal } from "./subscription-renewal";
import { supportTicket } from "./support-ticket";
import { unpaidInvoice } from "./unpaid-invoice";

/** The workflows one can begin with, in the order of the gallery. */
export const STARTERS: readonly Starter[] = [
  unpaidInvoice,
  subscriptionRenewal,
  supportTicket,
  reviewPending,
  securityIncident,
];
