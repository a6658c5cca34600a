export const chart = {
  chart: {
    label: 'The statechart of the call',
    title: 'Statechart',
    controls: 'Zoom',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fit: 'Fit to the screen',
    map: 'Small map',
    now: 'Now',
    notLive: 'The call is not under way yet',
  },
};
