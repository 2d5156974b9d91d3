import { listMembers } from '@pupitre/shared/members/member.contract';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client';
import { practiceKey } from '../../lib/query-client';

export const membersQuery = (practiceId: string) =>
  queryOptions({
    queryKey: practiceKey(practiceId, 'members', 'list'),
    queryFn: ({ signal }) => callApi(listMembers, { params: { practiceId } }, signal),
    select: ({ members }) => members,
  });
