/** Takes the focus when the endpoint somebody deleted is gone. */
export const ENDPOINTS_HEADING = "endpoints";
