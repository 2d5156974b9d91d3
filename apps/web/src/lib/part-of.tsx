import { type ComponentType, lazy } from 'react';
import { untilFetched } from './until-fetched';

/** A part fetched apart. Once fetched it is drawn at once: a `lazy` alone would still show its fallback for 300 ms. */
export function partOf<Props extends object = object>(load: () => Promise<ComponentType<Props>>) {
  let Loaded: ComponentType<Props> | undefined;
  const warm = async () => {
    Loaded = await load();
    return { default: Loaded };
  };
  const Waiting = lazy(() => untilFetched(warm)) as ComponentType<Props>;
  return { warm, Part: (props: Props) => (Loaded ? <Loaded {...props} /> : <Waiting {...props} />) };
}
