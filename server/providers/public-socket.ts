import { connect, type LookupFunction, type Socket } from "node:net";
import { checkUnicastPolicy, unicastLookup } from "@atproto-labs/fetch-node";
import { NotCalled } from "@/server/calls/safe-fetch";

/** Said of a server that is not called; the guard's own errors carry no code, those of the network do. */
const notCalled = (why: string) =>
  new NotCalled(`Not called: ${why}. ALLOW_PRIVATE_CALLS allows servers of the own network.`);

type Place = { host?: string | undefined; port?: number | string | undefined };
type Done = (error: Error | null, options?: { connection: Socket }) => void;

type Guard = {
  /** Why an address in the host's place is refused. */
  refusal: (url: URL) => string | undefined;
  /** Fails for a name that leads inside. */
  lookup: LookupFunction;
};

const OUTSIDE: Guard = { refusal: checkUnicastPolicy, lookup: unicastLookup };

/**
 * Connects to servers outside our own network only. The name is looked up for the connection itself,
 * so that it cannot resolve to something else between a check and the call.
 */
export const publicSocket =
  (timeoutMs: number, { refusal, lookup }: Guard = OUTSIDE) =>
  ({ host = "", port }: Place, done: Done): void => {
    const url = URL.parse(`http://${host.includes(":") ? `[${host}]` : host}`);
    const refused = url ? refusal(url) : "Hostname is not valid";
    if (refused !== undefined) {
      done(notCalled(refused));
      return;
    }
    const socket = connect({ host, port: Number(port), lookup });
    const settle = (error: Error | null) => {
      clearTimeout(timer);
      socket.removeAllListeners();
      if (error) {
        socket.destroy();
        done(error);
      } else done(null, { connection: socket });
    };
    const timer = setTimeout(() => settle(new Error("Connection timeout")), timeoutMs);
    socket.once("connect", () => settle(null));
    socket.once("error", (error) => settle("code" in error ? error : notCalled(error.message)));
  };
