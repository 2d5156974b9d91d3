import net from 'node:net';
import { Refusal } from './say.mjs';

/** Whether nobody listens on this port. @returns {Promise<boolean>} */
export function isFree(host, port) {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', (error) => {
      if (error.code === 'EADDRINUSE') return resolve(false);
      if (error.code === 'EACCES') {
        return reject(new Refusal(`Le port ${port} est réservé au système : choisissez PORT au-dessus de 1024.`));
      }
      reject(new Refusal(`Impossible d’écouter sur ${host} (${error.code}) : vérifiez HOST.`));
    });
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** A port the system gives: free now, for temporary servers. @returns {Promise<number>} */
export function anyFreePort(host = '127.0.0.1') {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen({ host, port: 0 }, () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** `wanted`, or the first free port after it. 0 asks for any. @returns {Promise<number>} */
export async function freePortFrom(host, wanted) {
  if (wanted === 0) return anyFreePort(host);
  for (let port = wanted; port < Math.min(wanted + 50, 65_536); port += 1) {
    if (await isFree(host, port)) return port;
  }
  throw new Refusal(`Aucun port libre entre ${wanted} et ${wanted + 49} : indiquez-en un autre par PORT.`);
}
