export const chart = {
  chart: {
    label: 'מכונת המצבים של השיחה',
    controls: 'הגדלה והקטנה',
    zoomIn: 'הגדלה',
    zoomOut: 'הקטנה',
    fit: 'התאמה למסך',
  },
};
