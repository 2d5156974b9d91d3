import { PoolsSection } from './pools-section';
import { useColumnInHand } from './use-column-in-hand';

export const PoolsPart = () => <PoolsSection setup={useColumnInHand().setup} />;
