import { readApiPage } from '@pupitre/shared/contract/api-page.contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../lib/api-client';
import { ErrorState } from '../../ui/error-state';
import { Logo } from '../../ui/logo';
import { TextInput } from '../../ui/text-input';
import './api-docs.css';
import { type ApiOperation, matching, operationsOf } from './api-operations';
import { OperationSheet } from './operation-sheet';

const apiPageQuery = queryOptions({
  queryKey: ['api-page'] as const,
  queryFn: ({ signal }) => callApi(readApiPage, {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Every endpoint, by what it is about; each opens to what it takes, gives and refuses. */
export function ApiDocsPage() {
  const { t } = useTranslation(['api-docs', 'frame']);
  const { data, error, refetch } = useQuery(apiPageQuery);
  const [text, setText] = useState('');
  const sought = useDeferredValue(text);
  const operations = useMemo(() => (data ? operationsOf(data) : []), [data]);
  const found = useMemo(() => matching(operations, sought), [operations, sought]);
  const domains = [...new Set(found.map(({ domain }) => domain))];
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    document.title = t('title');
    const slash = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      field.current?.focus();
    };
    addEventListener('keydown', slash);
    return () => removeEventListener('keydown', slash);
  }, [t]);

  return (
    <div className="api">
      <header>
        <span className="logo">
          <Logo />
        </span>
        <h1>{t('title')}</h1>
        {data && <span className="muted">{data.info.version}</span>}
        <span className="sp" />
        <a href="/api/openapi.json">openapi.json</a>
        <a href="/">{t('back')}</a>
      </header>
      <nav aria-label={t('domains')}>
        <search>
          <TextInput
            ref={field}
            label={t('search')}
            type="search"
            help={t('found', { count: found.length, n: String(found.length) })}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </search>
        <ul>
          {domains.map((domain) => (
            <li key={domain}>
              <a href={`#${domain}`}>{domain}</a>
            </li>
          ))}
        </ul>
      </nav>
      <main>
        <p className="muted">{t('lead')}</p>
        {error && <ErrorState error={error} onRetry={() => void refetch()} />}
        {!data && !error && <p>{t('frame:loading')}</p>}
        {data && found.length === 0 && <p className="msg empty">{t('none')}</p>}
        {domains.map((domain) => (
          <Domain key={domain} name={domain} operations={found.filter((one) => one.domain === domain)} />
        ))}
      </main>
    </div>
  );
}

function Domain({ name, operations }: { name: string; operations: readonly ApiOperation[] }) {
  return (
    <section aria-labelledby={name}>
      <h2 id={name}>{name}</h2>
      {operations.map((operation) => (
        <OperationSheet key={operation.id} operation={operation} />
      ))}
    </section>
  );
}
