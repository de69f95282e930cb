// Servers that only this machine can reach.
import type { Server as HttpServer } from "node:http";
import { createServer, type Server } from "node:net";

/** Listens on this machine only. @throws Error when the port is taken */
export function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve();
    });
  });
}

/** Whether nobody listens on the port of this machine. */
export async function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  try {
    await listen(probe, port);
  } catch {
    return false;
  }
  await new Promise((resolve) => probe.close(resolve));
  return true;
}

export function portOf(server: Server): number {
  const address: ReturnType<Server["address"]> = server.address();
  if (address === null || typeof address === "string") throw new Error("the server does not listen on a port");
  return address.port;
}

export function close(server: HttpServer): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
