import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Chip } from '../../ui/chip';
import { type ApiOperation, typeOf } from './api-operations';

/** One line; opened, what it takes, what it gives, and the refusals of its own. */
export function OperationSheet({ operation }: { operation: ApiOperation }) {
  const { t } = useTranslation('api-docs');
  const [isOpen, setOpen] = useState(false);
  const { method, path, summary, access, id } = operation;
  const who = access === 'public' || access === 'session' ? t(`access.${access}`) : access;
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <code className={`api-verb ${method.toLowerCase()}`}>{method}</code>
        <code className="api-path">{path}</code>
        <span className="api-summary">{summary}</span>
        <Chip tone={access === 'public' ? 'warn' : 'line'}>{who}</Chip>
      </summary>
      {isOpen && <Details operation={operation} id={id} />}
    </details>
  );
}

function Details({ operation: { fields, body, answers }, id }: { operation: ApiOperation; id: string }) {
  const { t } = useTranslation('api-docs');
  return (
    <div className="api-details">
      <p className="muted">
        {t('id')} <code>{id}</code>
      </p>
      {fields.length > 0 && (
        <Part title={t('fields')}>
          <ul>
            {fields.map(({ name, where, required, schema }) => (
              <li key={`${where} ${name}`}>
                <code>{name}</code>{' '}
                <span className="muted">
                  {t(`where.${where as 'path'}`)}
                  {required ? '' : ` · ${t('optional')}`} · <code>{typeOf(schema)}</code>
                </span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {body && (
        <Part title={t('body')}>
          <pre>{typeOf(body)}</pre>
        </Part>
      )}
      <Part title={t('answers')}>
        <ul>
          {answers.map(({ status, told, schema }) => (
            <li key={status}>
              <code className={status.startsWith('2') ? 'api-ok' : 'api-refusal'}>{status}</code>{' '}
              {schema ? <pre>{typeOf(schema)}</pre> : <span>{told}</span>}
            </li>
          ))}
        </ul>
      </Part>
    </div>
  );
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <h3>{title}</h3>
    {children}
  </section>
);
