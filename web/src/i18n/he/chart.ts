export const chart = {
  chart: {
    label: 'מכונת המצבים של השיחה',
    title: 'מכונת המצבים',
    controls: 'הגדלה והקטנה',
    zoomIn: 'הגדלה',
    zoomOut: 'הקטנה',
    fit: 'התאמה למסך',
    map: 'מפה קטנה',
    now: 'עכשיו',
    notLive: 'השיחה עוד לא מתנהלת',
  },
};
