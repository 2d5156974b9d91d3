import type { ImportColumn, ImportView } from '@pupitre/shared/import/import.contract';
import { type PatientField, patientFields } from '@pupitre/shared/import/import-codes';
import { IconCheck, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Chip } from '../../ui/chip';
import { ErrorState } from '../../ui/error-state';
import { Icon } from '../../ui/icon';
import type { ImportActs } from './use-import-acts';

const NOT_IMPORTED = '';

interface MappingTableProps {
  view: ImportView;
  map: ImportActs['map'];
}

/** What each column of the file becomes. A field taken from another column leaves that one free: nothing is twice. */
export function MappingTable({ view, map }: MappingTableProps) {
  const { t } = useTranslation('imports');
  const { columns, mappingRemembered } = view;
  const toConfirm = columns.filter(({ confidence }) => confidence === 'likely').length;
  const choose = (column: ImportColumn, field: PatientField | null) => {
    const holder = columns.find((other) => field !== null && other.field === field && other.index !== column.index);
    map.mutate([{ index: column.index, field }, ...(holder ? [{ index: holder.index, field: null }] : [])]);
  };
  return (
    <section className="imp-mapping" aria-labelledby="imp-mapping">
      <h2 id="imp-mapping">
        {t('mapping.title')}
        <span className="sp" />
        {toConfirm > 0 && <Chip tone="warn">{t('mapping.toConfirm', { count: toConfirm })}</Chip>}
      </h2>
      {map.error && (
        <div className="imp-pad">
          <ErrorState error={map.error} />
        </div>
      )}
      <div className="scroll">
        <table aria-labelledby="imp-mapping">
          <thead>
            <tr>
              <th scope="col">{t('mapping.inFile')}</th>
              <th scope="col">{t('mapping.becomes')}</th>
              <th scope="col" className="num">
                {t('mapping.example')}
              </th>
            </tr>
          </thead>
          <tbody>
            {columns.map((column) => (
              <MappingRow
                key={column.index}
                column={column}
                isBusy={map.isPending}
                onChoose={(field) => choose(column, field)}
              />
            ))}
          </tbody>
        </table>
        <p className="call plain imp-kept">
          <Icon of={IconInfoCircle} />
          <span>{t(mappingRemembered ? 'mapping.remembered' : 'mapping.kept')}</span>
        </p>
      </div>
    </section>
  );
}

interface MappingRowProps {
  column: ImportColumn;
  isBusy: boolean;
  onChoose: (field: PatientField | null) => void;
}

function MappingRow({ column, isBusy, onChoose }: MappingRowProps) {
  const { t } = useTranslation('imports');
  const { header, index, field, confidence, kept, examples } = column;
  const isLikely = confidence === 'likely';
  const name = header || t('mapping.unnamed', { n: index + 1 });
  const state = ['imp-select', isLikely && 'is-likely', field === null && 'is-none'];
  return (
    <tr>
      <th scope="row" className="trunc" title={name}>
        {name}
      </th>
      <td>
        <span className="imp-choice">
          <select
            className={state.filter(Boolean).join(' ')}
            aria-label={t('mapping.choose', { column: name })}
            value={field ?? NOT_IMPORTED}
            disabled={isBusy}
            onChange={(event) => onChoose((event.currentTarget.value || null) as PatientField | null)}
          >
            <option value={NOT_IMPORTED}>{t('mapping.notImported')}</option>
            {patientFields.map((offered) => (
              <option key={offered} value={offered}>
                {t(`field.${offered}`)}
              </option>
            ))}
          </select>
          {isLikely && (
            <button
              type="button"
              className="btn xs icon"
              aria-label={t('mapping.confirm', { column: name })}
              title={t('mapping.confirm', { column: name })}
              disabled={isBusy}
              onClick={() => onChoose(field)}
            >
              <Icon of={IconCheck} size={14} />
            </button>
          )}
        </span>
      </td>
      <td className="num hint trunc" title={examples.join(' · ')}>
        {field !== null && !kept ? t('mapping.notKept') : examples[0]}
      </td>
    </tr>
  );
}
