import { densities, type SavedView } from '@pupitre/shared/session/session.contract';
import { IconArrowDown, IconArrowUp, IconPlus } from '@tabler/icons-react';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Kbd } from '../../ui/kbd';
import { ChoiceInput, TextInput } from '../../ui/text-input';
import { useDayScreen } from './day-screen-context';
import { useSavedViews } from './use-views';
import { MOST_KEYS } from './views';

const MOST = 20;
const NAME_LENGTH = 40;

/** The views she named: rename, put in order, delete, and a new one from what is on screen. Each change is kept at once. */
export function ViewsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('planning');
  const { practiceId, go, search } = useDayScreen();
  const { saved, save } = useSavedViews(practiceId);
  const swap = (from: number, to: number) => {
    const moved = [...saved];
    moved.splice(to, 0, ...moved.splice(from, 1));
    save(moved);
  };
  const remove = (view: SavedView) => {
    save(saved.filter(({ id }) => id !== view.id));
    if (search.vue === view.id) go({ vue: undefined }, true);
  };
  return (
    <Dialog title={t('view.ownTitle')} onClose={onClose}>
      {saved.length > 0 && (
        <ol className="views-list">
          {saved.map((view, index) => (
            <li key={view.id}>
              {index < MOST_KEYS ? <Kbd keys={`Alt+${index + 1}`} /> : <span />}
              <NameField
                view={view}
                onRename={(name) => save(saved.map((other) => (other.id === view.id ? { ...other, name } : other)))}
              />
              <IconButton
                icon={IconArrowUp}
                label={t('view.up', { name: view.name })}
                size="sm"
                look="ghost"
                disabled={index === 0}
                onClick={() => swap(index, index - 1)}
              />
              <IconButton
                icon={IconArrowDown}
                label={t('view.down', { name: view.name })}
                size="sm"
                look="ghost"
                disabled={index === saved.length - 1}
                onClick={() => swap(index, index + 1)}
              />
              <Button size="sm" look="danger" onClick={() => remove(view)}>
                {t('view.delete')}
              </Button>
            </li>
          ))}
        </ol>
      )}
      {saved.length < MOST && <NewView onSave={(view) => save([...saved, view])} />}
    </Dialog>
  );
}

/** Kept when the field is left, or on Enter; an empty name is not taken. */
function NameField({ view, onRename }: { view: SavedView; onRename: (name: string) => void }) {
  const { t } = useTranslation('planning');
  const [name, setName] = useState(view.name);
  const keep = () => {
    const typed = name.trim();
    if (typed && typed !== view.name) onRename(typed);
    else setName(view.name);
  };
  return (
    <span className="inp">
      <input
        aria-label={t('view.rename', { name: view.name })}
        value={name}
        maxLength={NAME_LENGTH}
        onChange={(event) => setName(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={(event) => event.key === 'Enter' && keep()}
      />
    </span>
  );
}

const AS_IT_IS = 'as-it-is';

function NewView({ onSave }: { onSave: (view: SavedView) => void }) {
  const { t } = useTranslation('planning');
  const { setup, columns, search, go } = useDayScreen();
  const offered = setup.resources.filter(({ active }) => active).sort((a, b) => a.position - b.position);
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>(columns.map(({ resource }) => resource.id));
  const [list, setList] = useState(search.liste ? 'list' : 'grid');
  const [density, setDensity] = useState<(typeof densities)[number] | typeof AS_IT_IS>(AS_IT_IS);
  const formId = useId();
  const resourceIds = offered.map(({ id }) => id).filter((id) => chosen.includes(id));
  const isReady = name.trim() !== '' && resourceIds.length > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    const view: SavedView = {
      ...{ id: crypto.randomUUID(), name: name.trim(), resourceIds, list: list === 'list' },
      density: density === AS_IT_IS ? null : density,
    };
    onSave(view);
    setName('');
    go({ vue: view.id, liste: view.list || undefined }, true);
  };
  return (
    <form className="views-new" id={formId} onSubmit={submit}>
      <h3>{t('view.new')}</h3>
      <TextInput
        label={t('view.name')}
        value={name}
        maxLength={NAME_LENGTH}
        autoFocus
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <fieldset className="views-columns">
        <legend>{t('view.columns')}</legend>
        {offered.map((resource) => (
          <label key={resource.id} className="check-line">
            <input
              type="checkbox"
              checked={chosen.includes(resource.id)}
              onChange={(event) =>
                setChosen(
                  event.currentTarget.checked
                    ? [...chosen, resource.id]
                    : chosen.filter((columnId) => columnId !== resource.id),
                )
              }
            />
            {resource.shortName}
          </label>
        ))}
      </fieldset>
      <div className="views-pair">
        <ChoiceInput
          label={t('view.shownAs')}
          choices={[
            { value: 'grid', label: t('grid') },
            { value: 'list', label: t('list') },
          ]}
          value={list}
          onPick={setList}
        />
        <ChoiceInput
          label={t('view.density')}
          choices={[
            { value: AS_IT_IS, label: t('view.asItIs') },
            ...densities.map((value) => ({ value, label: t(`view.${value}`) })),
          ]}
          value={density}
          onPick={setDensity}
        />
      </div>
      <Button type="submit" look="primary" icon={IconPlus} disabled={!isReady}>
        {t('view.save')}
      </Button>
    </form>
  );
}
