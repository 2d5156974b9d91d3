import { createContext, type ReactNode, useContext } from 'react';

export interface FrameParts {
  /** The person's menu, for screens that draw their own head on a phone. */
  userMenu: ReactNode;
}

export const FrameContext = createContext<FrameParts>({ userMenu: null });

export const useFrame = (): FrameParts => useContext(FrameContext);
