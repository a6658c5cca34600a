export const chart = {
  chart: {
    label: 'The statechart of the call',
    controls: 'Zoom',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fit: 'Fit to the screen',
  },
};
