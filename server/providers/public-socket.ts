import { connect, type Socket } from "node:net";
import { checkUnicastPolicy, unicastLookup } from "@atproto-labs/fetch-node";

type Place = { host?: string | undefined; port?: number | string | undefined };
type Done = (error: Error | null, options?: { connection: Socket }) => void;

/**
 * Connects to servers outside our own network only. The name is looked up for the connection itself,
 * so that it cannot resolve to something else between a check and the call.
 */
export const publicSocket =
  (timeoutMs: number) =>
  ({ host = "", port }: Place, done: Done): void => {
    const url = URL.parse(`http://${host.includes(":") ? `[${host}]` : host}`);
    const refused = url ? checkUnicastPolicy(url) : "Hostname is not valid";
    if (refused !== undefined) {
      done(new Error(refused));
      return;
    }
    const socket = connect({ host, port: Number(port), lookup: unicastLookup });
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
    socket.once("error", settle);
  };
