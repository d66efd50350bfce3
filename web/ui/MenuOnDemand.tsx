import { cloneElement, Suspense, useState, type ReactElement } from 'react';

interface MenuOnDemandProps {
  /** The button, with its own label. */
  button: ReactElement<MenuButtonProps>;
  /** The menu around the button, lazy; it is open when it first appears. */
  renderPanel: (target: ReactElement) => ReactElement;
  /** Loads the menu's code. It is called when the button is pointed at or focused, so that the menu is there when it is clicked. */
  load: () => Promise<unknown>;
}

interface MenuButtonProps {
  onClick?: () => void;
  onPointerEnter?: () => void;
  onFocus?: () => void;
  'aria-haspopup'?: 'menu';
  'aria-expanded'?: boolean;
}

/** A button whose menu is loaded when it is first wanted: menus weigh more than the rest of the frame together. */
export function MenuOnDemand({ button, renderPanel, load }: MenuOnDemandProps) {
  const [isWanted, setWanted] = useState(false);
  const preload = () => void load();
  const resting = cloneElement(button, {
    onClick: () => setWanted(true),
    onPointerEnter: preload,
    onFocus: preload,
    'aria-haspopup': 'menu',
    'aria-expanded': false,
  });
  if (!isWanted) return resting;
  return <Suspense fallback={resting}>{renderPanel(button)}</Suspense>;
}
