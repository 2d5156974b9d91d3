// The order matters only inside our own sheets: Mantine's are layered below them.
import '@mantine/core/styles/default-css-variables.layer.css';
import '@mantine/core/styles/UnstyledButton.layer.css';
import '@mantine/core/styles/Popover.layer.css';
import '@mantine/core/styles/Menu.layer.css';
import './tokens.css';
import './base.css';
import './frame.css';
import './controls.css';
import './blocks.css';
import './mantine.css';
import './tactile.css';
