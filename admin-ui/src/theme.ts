import {
  createTheme,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  Button,
  Checkbox,
  Input,
  Modal,
  Radio,
} from '@mantine/core';

/** The accent of the reader site; here it means the one primary action, and "done". */
const teal: MantineColorsTuple = [
  '#eef6f6', '#e3f0f0', '#c6e4e0', '#b5e3dd', '#93d3cb', '#57a6a3', '#2f8386', '#15686e', '#0b5058', '#073d44',
];
/** Attention: something waits, nothing is wrong. */
const amber: MantineColorsTuple = [
  '#fdf7ea', '#fbf1dd', '#f5e0b5', '#efcf91', '#e9bb72', '#c98f35', '#a96f14', '#8c5605', '#744600', '#573400',
];
/** Wrong or late. */
const brick: MantineColorsTuple = [
  '#fdf4f2', '#fbebe8', '#f7d3cc', '#f5bab0', '#f2a196', '#da6a5c', '#c24537', '#b03427', '#a1281c', '#7a1c13',
];

export const fonts = {
  ui: '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", "Liberation Sans", Arial, system-ui, sans-serif',
  text: '"Iowan Old Style", "Sitka Text", "Palatino Linotype", "Noto Serif", P052, Georgia, serif',
  mono: 'ui-monospace, "SF Mono", Consolas, "Liberation Mono", monospace',
};

/** Below this the screen is a phone's: one column, the action at the bottom edge. */
export const PHONE = '(max-width: 51.25em)';

export const theme = createTheme({
  colors: { teal, amber, brick },
  primaryColor: 'teal',
  primaryShade: { light: 8, dark: 4 },
  autoContrast: true,
  white: '#ffffff',
  black: '#12201f',
  defaultRadius: '4px',
  fontFamily: fonts.ui,
  fontFamilyMonospace: fonts.mono,
  respectReducedMotion: true,
  cursorType: 'pointer',
  breakpoints: { xs: '36em', sm: '51.3125em', md: '68.8125em', lg: '80em', xl: '90em' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px', xxl: '40px' },
  fontSizes: { xs: '12px', sm: '13px', md: 'var(--size-body)', lg: '17px', xl: '20px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.3' },
  headings: {
    fontFamily: fonts.ui,
    fontWeight: '650',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '1.3' },
      h2: { fontSize: '16px', lineHeight: '1.4' },
      h3: { fontSize: '15px', lineHeight: '1.4' },
    },
  },
  shadows: { xs: 'none', sm: 'none', md: 'none', lg: 'none', xl: 'none' },
  components: {
    Button: Button.extend({
      defaultProps: { variant: 'default' },
      vars: (_theme, props) => ({
        root: {
          '--button-height': props.size === 'xs' ? 'var(--control-row)' : props.size === 'xl' ? '52px' : 'var(--control)',
          ...(props.variant === 'filled' && { '--button-color': props.color === 'brick' ? 'var(--on-bad)' : 'var(--on-accent)' }),
          '--button-padding-x': props.size === 'xs' ? '12px' : '16px',
          '--button-fz': props.size === 'xs' ? 'var(--size-small)' : props.size === 'xl' ? '18px' : 'var(--size-body)',
        },
      }),
    }),
    Input: Input.extend({
      vars: () => ({
        wrapper: { '--input-height': 'var(--control)', '--input-fz': 'var(--size-body)', '--input-size': 'var(--control)' },
      }),
    }),
    InputWrapper: {
      vars: () => ({
        label: { '--input-label-size': '14px' },
        description: { '--input-description-size': 'var(--size-small)' },
        error: { '--input-error-size': '14px' },
      }),
    },
    Checkbox: Checkbox.extend({ vars: () => ({ root: { '--checkbox-size': 'var(--tick)' } }) }),
    Radio: Radio.extend({ vars: () => ({ root: { '--radio-size': 'var(--tick)' } }) }),
    Modal: Modal.extend({
      defaultProps: {
        centered: true,
        size: 520,
        withCloseButton: false,
        transitionProps: { duration: 0 },
        overlayProps: { color: 'var(--veil)', backgroundOpacity: 1 },
      },
    }),
  },
});

/** The tokens of the look, and Mantine's own variables set from them. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--ui': fonts.ui,
    '--text': fonts.text,
    '--mono': fonts.mono,
  },
  light: {
    '--canvas': '#f4f7f7', '--surface': '#ffffff', '--ink': '#12201f', '--muted': '#4d5c5b',
    '--line': '#d5dddd', '--edge': '#72827f', '--accent': '#0b5058', '--accent-strong': '#073d44',
    '--on-accent': '#ffffff', '--tint': '#e3f0f0', '--warn': '#744600', '--warn-bg': '#fbf1dd',
    '--bad': '#a1281c', '--bad-bg': '#fbebe8', '--on-bad': '#ffffff', '--gone': '#6a4a45', '--gone-bg': '#f4eae8',
    '--hover': '#e8eeee', '--row-hover': '#fafcfc', '--veil': 'rgb(18 32 31 / .45)',
    ...mantine,
  },
  dark: {
    '--canvas': '#0e1516', '--surface': '#151e1f', '--ink': '#e6eeed', '--muted': '#9fb0ae',
    '--line': '#2b3839', '--edge': '#768886', '--accent': '#93d3cb', '--accent-strong': '#b5e3dd',
    '--on-accent': '#0c1a1b', '--tint': '#143436', '--warn': '#e9bb72', '--warn-bg': '#33270f',
    '--bad': '#f2a196', '--bad-bg': '#3b1c18', '--on-bad': '#210b08', '--gone': '#cba9a3', '--gone-bg': '#33211f',
    '--hover': '#1b2627', '--row-hover': '#182223', '--veil': 'rgb(0 0 0 / .6)',
    ...mantine,
  },
});

const mantine = {
  '--mantine-color-body': 'var(--canvas)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--muted)',
  '--mantine-color-placeholder': 'var(--muted)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--surface)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--edge)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-filled-hover': 'var(--accent-strong)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
  '--mantine-primary-color-light': 'var(--tint)',
  '--mantine-color-teal-filled': 'var(--accent)',
  '--mantine-color-teal-filled-hover': 'var(--accent-strong)',
  '--mantine-color-brick-filled': 'var(--bad)',
  '--mantine-color-brick-filled-hover': 'var(--bad)',
};
