import { type DynamicModule, Module } from '@nestjs/common';
import { SessionModule } from './modules/session/session.module.js';
import { PlatformModule, type PlatformParts } from './platform/platform.module.js';

@Module({})
class AppModule {}

/** The table of contents of the product. */
export function appModule(parts: PlatformParts): DynamicModule {
  return {
    module: AppModule,
    imports: [PlatformModule.with(parts), SessionModule],
  };
}
