import {
  applyDecorators,
  createParamDecorator,
  Delete,
  type ExecutionContext,
  Get,
  HttpCode,
  Post,
  Put,
  SetMetadata,
} from '@nestjs/common';
import type { Endpoint, InputOf } from '@pupitre/shared/contract/endpoint';
import type { EndpointRequest } from './endpoint-request.js';

export const ENDPOINT = 'pupitre:endpoint';

const verbs = { GET: Get, POST: Post, PUT: Put, DELETE: Delete } as const;

/** Binds a controller's method to the one contract it serves: method, path and status come from there. */
export function Handles(endpoint: Endpoint): MethodDecorator {
  const path = endpoint.path.replace(/\{(\w+)\}/g, ':$1');
  return applyDecorators(
    SetMetadata(ENDPOINT, endpoint),
    verbs[endpoint.method](path),
    HttpCode(successStatus(endpoint)),
  ) as MethodDecorator;
}

export function successStatus(endpoint: Endpoint): number {
  return endpoint.status ?? (endpoint.response === 'empty' ? 204 : 200);
}

/** The parsed parameters, query and body of the endpoint. */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext): InputOf<Endpoint> => {
  const { endpointInput } = context.switchToHttp().getRequest<EndpointRequest>();
  if (!endpointInput) throw new Error('a handler ran outside the endpoint pipeline');
  return endpointInput;
});
