import { Module } from '@nestjs/common';
import { OutageController } from './outage.controller.js';
import { OutageRepository } from './outage.repository.js';
import { OutageService } from './outage.service.js';
import { OutageFolder } from './outage-folder.js';

@Module({
  controllers: [OutageController],
  providers: [OutageFolder, OutageRepository, OutageService],
})
export class OutageModule {}
