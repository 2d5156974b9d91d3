import { OutsideGate } from '../src/platform/outside/outside-gate.js';

/** Lets a test's own server on this computer be outside; everything else stays as it is. */
export class LoopbackGate extends OutsideGate {
  override admits(url: URL): boolean {
    return (url.protocol === 'http:' && url.hostname === '127.0.0.1') || super.admits(url);
  }
}
