import { DiscoveryService, MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Endpoint } from '@pupitre/shared/contract/endpoint';
import { ENDPOINT } from '../../src/platform/http/endpoint.decorator.js';

export interface Handler {
  readonly name: string;
  readonly endpoint: Endpoint | undefined;
}

/** Every routed method of every controller, with the contract it serves. */
export function handlersOf(app: NestFastifyApplication): Handler[] {
  const controllers = new DiscoveryService(app.get(ModulesContainer)).getControllers();
  const reflector = new Reflector();
  return controllers.flatMap(({ instance, name }) => {
    const prototype = Object.getPrototypeOf(instance);
    return new MetadataScanner()
      .getAllMethodNames(prototype)
      .filter((method) => Reflect.hasMetadata('path', prototype[method]))
      .map((method) => ({
        name: `${name}.${method}`,
        endpoint: reflector.get<Endpoint | undefined>(ENDPOINT, prototype[method]),
      }));
  });
}
