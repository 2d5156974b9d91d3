import { expect, test } from '@jest/globals';
import { lookOfVisit, type VisitLookName, visitLooks } from './visit-look';

test.each<[VisitLookName, boolean, tone: string, drawnAs: VisitLookName]>([
  ['confirmed', false, 'confirme', 'confirmed'],
  ['confirmed', true, 'urgence', 'urgent'],
  ['arrived', true, 'urgence', 'urgent'],
  // With the practitioner: still red, but the drawing and the word say where she is.
  ['in_consultation', true, 'urgence', 'in_consultation'],
  ['in_consultation', false, 'consult', 'in_consultation'],
  ['to_collect', true, 'encaisser', 'to_collect'],
  ['done', true, 'termine', 'done'],
  ['cancelled', true, 'annule', 'cancelled'],
])('%s, urgent %s: tone %s, drawn as %s', (status, urgent, tone, drawnAs) => {
  expect(lookOfVisit(status, urgent)).toEqual({ name: drawnAs, tone, icon: visitLooks[drawnAs].icon });
});
