import {
  previewSeries,
  previewSeriesMove,
  readSeries,
  type SeriesMove,
  type SeriesRequest,
} from '@pupitre/shared/planning/series.contract';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client';
import { practiceKey } from '../../lib/query-client';

/** Under « series »: what happens in the agenda makes it stale, so a place somebody takes is seen at once. */
export const previewQuery = (practiceId: string, body: SeriesRequest) =>
  queryOptions({
    queryKey: practiceKey(practiceId, 'series', 'preview', body),
    queryFn: ({ signal }) => callApi(previewSeries, { params: { practiceId }, body }, signal),
    retry: false,
    staleTime: 0,
    gcTime: 0,
  });

export const movePreviewQuery = (practiceId: string, seriesId: string, body: SeriesMove) =>
  queryOptions({
    queryKey: practiceKey(practiceId, 'series', 'move', { seriesId, body }),
    queryFn: ({ signal }) => callApi(previewSeriesMove, { params: { practiceId, seriesId }, body }, signal),
    retry: false,
    staleTime: 0,
    gcTime: 0,
  });

export const seriesQuery = (practiceId: string, seriesId: string) =>
  queryOptions({
    queryKey: practiceKey(practiceId, 'series', 'one', { seriesId }),
    queryFn: ({ signal }) => callApi(readSeries, { params: { practiceId, seriesId } }, signal),
    staleTime: 0,
  });
