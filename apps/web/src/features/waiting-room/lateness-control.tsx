import { Popover } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../lib/formats';
import { Button } from '../../ui/button';
import { useLateness } from './use-lateness';

/** Five by five, as one says it over the counter. */
const STEP_MINUTES = 5;

export interface LatenessControlProps {
  resourceId: string;
  mayChange: boolean;
}

/** The lateness of a column: a chip, or « à l’heure ». Whoever may change it clicks there: −5, +5. */
export function LatenessControl({ resourceId, mayChange }: LatenessControlProps) {
  const { t } = useTranslation('waiting-room');
  const formats = useFormats();
  const [isOpen, setOpen] = useState(false);
  const { minutes, add } = useLateness(resourceId);
  const word = minutes > 0 ? t('lateness.late', { span: formats.minutesSpan(minutes) }) : t('lateness.onTime');
  const classes = minutes > 0 ? 'wr-late is-late' : 'wr-late';
  if (!mayChange) return <span className={classes}>{word}</span>;
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      withinPortal={false}
      floatingStrategy="fixed"
      position="bottom-end"
      offset={4}
      transitionProps={{ duration: 0 }}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <button type="button" className={classes} onClick={() => setOpen(!isOpen)} title={t('lateness.change')}>
          {word}
        </button>
      </Popover.Target>
      <Popover.Dropdown className="pop wr-late-pop" aria-label={t('lateness.change')}>
        <Button
          size="sm"
          aria-label={t('lateness.less', { count: STEP_MINUTES })}
          disabled={minutes === 0}
          onClick={() => add(-STEP_MINUTES)}
        >
          −{STEP_MINUTES}
        </Button>
        <output>{word}</output>
        <Button
          size="sm"
          aria-label={t('lateness.more', { count: STEP_MINUTES })}
          data-autofocus
          onClick={() => add(STEP_MINUTES)}
        >
          +{STEP_MINUTES}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
