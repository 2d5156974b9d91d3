import { MotifsSection } from './motifs-section';
import { useColumnInHand } from './use-column-in-hand';

export const MotifsPart = () => <MotifsSection setup={useColumnInHand().setup} />;
