import { type BookingVocabulary, type BookingWords, parseBookingWords } from '@pupitre/shared/planning/booking-words';
import type { PracticeSetup } from '@pupitre/shared/practices/practice.contract';
import { type LocalDay, todayIn } from '@pupitre/shared/time/zone';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../lib/clock';
import type { Locale } from '../../lib/i18n';
import { type PatientSearch, usePatientSearch } from '../../lib/patient-search';
import { usePracticeSetup } from '../../lib/practice-setup';
import { useMay, useMembership } from '../../lib/session';

/** More than a glance can take; the list page shows more. */
const HITS_SHOWN = 6;

export interface Reading {
  practiceId: string;
  today: LocalDay;
  setup: PracticeSetup | undefined;
  vocabulary: BookingVocabulary;
  words: BookingWords;
  search: PatientSearch;
  mayBook: boolean;
  mayFind: boolean;
}

/** What was typed, read as a patient and a booking in the screen's language, and the patients it finds. */
export function useReading(text: string): Reading {
  const { practiceId, zone } = useMembership();
  const may = useMay();
  const today = todayIn(zone, useNow(60_000));
  const { i18n } = useTranslation();
  const locale = i18n.language as Locale;
  const setup = usePracticeSetup(practiceId, may('agenda.read'));
  const vocabulary = useMemo((): BookingVocabulary => {
    const motifs = setup?.motifs.filter(({ active }) => active) ?? [];
    const resources = setup?.resources.filter(({ active }) => active) ?? [];
    return { today, locale, motifs, resources };
  }, [today, locale, setup]);
  const words = useMemo(() => parseBookingWords(text, vocabulary), [text, vocabulary]);
  const mayFind = may('patient.search');
  const search = usePatientSearch(practiceId, words.patientText, HITS_SHOWN, mayFind);
  return { practiceId, today, setup, vocabulary, words, search, mayFind, mayBook: may('appointment.book') };
}
