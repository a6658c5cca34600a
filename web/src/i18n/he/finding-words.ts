interface Words {
  what: string;
  how?: string;
}

/** What the checks of `npm run doctor` find, by code; in English the service says it itself. */
export const findingWords: Readonly<Record<string, Words>> = {
  'node.recent': { what: 'גרסת Node‏: {{version}}' },
  'node.old': { what: 'גרסת Node‏ {{version}} ישנה מדי', how: 'להתקין Node {{oldest}} ומעלה' },
  'environment.usable': { what: 'הגדרות: כל המשתנים שנקבעו תקינים' },
  'environment.wrong': { what: 'הגדרות: {{problem}}', how: 'לתקן את המשתנה הזה ולבדוק שוב' },
  'adminToken.set': { what: 'מפתח המנהל: נקבע' },
  'adminToken.unset': { what: 'מפתח המנהל: לא נקבע, ולכן נוצר בהפעלה הראשונה והוצג פעם אחת' },
  'database.memory': {
    what: 'מסד הנתונים: מובנה, ונשמר בזיכרון בלבד',
    how: 'לבטל את DATA_DIR או לקבוע בו תיקייה, או לקבוע DATABASE_URL',
  },
  'database.embedded': {
    what: 'מסד הנתונים: מובנה, נשמר בתיקייה {{folder}} (מספיק לשרת אחד; ליותר יש לקבוע DATABASE_URL)',
  },
  'database.unwritable': {
    what: 'מסד הנתונים: אי אפשר לכתוב לתיקייה {{folder}}',
    how: 'לתת הרשאת כתיבה לתיקייה, או לקבוע תיקייה אחרת ב־DATA_DIR',
  },
  'database.silent': {
    what: 'מסד הנתונים: אין תשובה ({{fault}})',
    how: 'לבדוק את DATABASE_URL, את המשתמש, את הסיסמה ואת הרשת',
  },
  'database.old': { what: 'מסד הנתונים: {{server}} ישן מדי', how: 'להשתמש ב־Postgres 15 ומעלה' },
  'database.noGist': { what: 'מסד הנתונים: ב־{{server}} חסר btree_gist', how: 'להתקין את תוספות contrib של Postgres' },
  'database.answers': { what: 'מסד הנתונים: {{server}} עונה' },
  'migrations.newer': {
    what: 'מבנה הנתונים: חדש יותר מגרסת השירות',
    how: 'להפעיל את הגרסה שיצרה אותו, או גרסה מאוחרת ממנה',
  },
  'migrations.applied': { what: 'מבנה הנתונים: כל {{applied}} השינויים הוחלו' },
  'migrations.pending': { what: 'מבנה הנתונים: {{pending}} שינויים ממתינים; ההפעלה הבאה תחיל אותם' },
  'law.holds': { what: 'חוק: {{law}}' },
  'law.broken': {
    what: 'חוק: {{law}}; {{rows}} שורות מפרות אותו',
    how: 'לבדוק את השורות האלה לפני כל דבר אחר, ולדווח',
  },
  'clock.alone': { what: 'השעון: {{at}} (אין שעון חיצוני להשוות אליו)' },
  'clock.right': { what: 'השעון: {{at}}, מדויק עד כדי שניות ספורות' },
  'clock.fast': { what: 'השעון ממהר ב־{{seconds}} שניות', how: 'לכוון את שעון המחשב לפי NTP' },
  'clock.slow': { what: 'השעון מפגר ב־{{seconds}} שניות', how: 'לכוון את שעון המחשב לפי NTP' },
  'zone.known': { what: 'אזור הזמן: שעון ישראל ותאריכים בעברית מוכרים (המחשב עצמו ב־{{server}}, וזה לא משנה)' },
  'zone.unknown': {
    what: 'אזור הזמן: גרסת Node הזאת לא מכירה את שעון ישראל או את העברית',
    how: 'להשתמש בגרסת Node עם נתוני ICU מלאים',
  },
  'openai.noKey': {
    what: 'OpenAI‏: אין מפתח, ולכן עונה מודל התרגול המובנה',
    how: 'לקבוע ב־OPENAI_API_KEY מפתח של פרויקט OpenAI',
  },
  'openai.keyRefused': { what: 'OpenAI‏: המפתח נדחה', how: 'ליצור מפתח חדש ולקבוע אותו ב־OPENAI_API_KEY' },
  'openai.unreachable': {
    what: 'OpenAI‏: רשימת המודלים לא התקבלה מ־{{url}} ({{reason}})',
    how: 'לבדוק את OPENAI_BASE_URL ואת הגישה החוצה מהרשת הזאת',
  },
  'openai.keyAccepted': { what: 'OpenAI‏: המפתח התקבל ב־{{url}}' },
  'model.serves': { what: 'OpenAI‏: המודל {{model}} פעיל, עבור {{variable}}' },
  'model.servesUntil': { what: 'OpenAI‏: המודל {{model}} פעיל עד {{date}}, עבור {{variable}}' },
  'model.closing': {
    what: 'OpenAI‏: המודל {{model}} ייסגר ב־{{date}}, בעוד {{days}} ימים',
    how: 'לקבוע ב־{{variable}} מודל שנשאר',
  },
  'model.closingCovered': {
    what: 'OpenAI‏: המודל {{model}} ייסגר ב־{{date}}, בעוד {{days}} ימים; {{other}} יחליף אותו, עבור {{variable}}',
  },
  'model.closed': { what: 'OpenAI‏: המודל {{model}} נסגר ב־{{date}}', how: 'לקבוע ב־{{variable}} מודל שנשאר' },
  'model.closedCovered': {
    what: 'OpenAI‏: המודל {{model}} נסגר ב־{{date}}; {{other}} מחליף אותו, עבור {{variable}}',
  },
  'model.missing': {
    what: 'OpenAI‏: המודל {{model}} לא נמצא בין המודלים של המפתח הזה',
    how: 'לקבוע ב־{{variable}} מודל שנשאר',
  },
  'model.missingCovered': {
    what: 'OpenAI‏: המודל {{model}} לא נמצא בין המודלים של המפתח הזה; {{other}} מחליף אותו, עבור {{variable}}',
  },
  'twilio.noToken': {
    what: 'Twilio‏: אין אסימון, ולכן פניות מהטלפון נדחות (503)',
    how: 'לקבוע ב־TWILIO_AUTH_TOKEN את האסימון מהמסוף של Twilio',
  },
  'twilio.noAccount': {
    what: 'Twilio‏: אין חשבון, ולכן אי אפשר לבדוק את המספרים',
    how: 'לקבוע ב־TWILIO_ACCOUNT_SID את מזהה החשבון מהמסוף של Twilio',
  },
  'twilio.refused': {
    what: 'Twilio‏: פרטי הגישה נדחו',
    how: 'להעתיק שוב את TWILIO_ACCOUNT_SID ואת TWILIO_AUTH_TOKEN',
  },
  'twilio.accepted': { what: 'Twilio‏: פרטי הגישה התקבלו' },
  'twilio.unreachable': {
    what: 'Twilio‏: רשימת המספרים לא התקבלה ({{why}})',
    how: 'לבדוק את הגישה החוצה מהרשת הזאת ולנסות שוב',
  },
  'twilio.noNumbers': { what: 'Twilio‏: אין בחשבון מספר טלפון', how: 'לקנות מספר במסוף של Twilio ולשייך אותו לעסק' },
  'number.nowhere': {
    what: 'Twilio‏: {{number}} לא מצלצל לשום מקום',
    how: 'אם זה מספר של השירות הזה, לקבוע שם: POST {{webhook}}',
  },
  'number.elsewhere': {
    what: 'Twilio‏: {{number}} מצלצל אל {{where}}',
    how: 'אם זה מספר של השירות הזה, לקבוע שם: POST {{webhook}}',
  },
  'number.noStatus': {
    what: 'Twilio‏: {{number}} לא מדווח על מצב השיחות',
    how: 'לקבוע לו כתובת לדיווח: POST {{callback}}',
  },
  'number.noFallback': {
    what: 'Twilio‏: ל־{{number}} אין כתובת גיבוי, ושיחה שהפנייה שלה נכשלת פשוט מתנתקת',
    how: 'לקבוע לו כתובת גיבוי (primary handler fails): POST {{webhook}}',
  },
  'number.here': { what: 'Twilio‏: {{number}} מצלצל לכאן' },
  'address.inside': {
    what: 'הכתובת הציבורית: אי אפשר להגיע אל {{url}} מבחוץ',
    how: 'לקבוע ב־PUBLIC_URL את כתובת ה־https שנותן שרת הקצה, למשל https://calls.example.com',
  },
  'address.plain': {
    what: 'הכתובת הציבורית: {{url}} אינה https',
    how: 'להוסיף TLS בחזית ולקבוע ב־PUBLIC_URL כתובת https; Twilio מזרים קול רק דרך wss',
  },
  'address.outside': { what: 'הכתובת הציבורית: {{url}}, עם האזנה ב־{{host}}' },
};

/** The laws that rows can prove, as `law-audit.ts` names them. */
export const lawWords: Readonly<Record<string, string>> = {
  'L11 no overlap': 'אין שני תורים באותו זמן אצל אותו איש צוות (L11)',
  'L12 exactly once': 'תור אחד לכל הסכמה של מתקשר (L12)',
  'L8 no announcement without a row': 'כל תור שהוכרז בשיחה קיים ביומן (L8)',
  'L16 nothing crosses': 'שום דבר לא עובר בין עסקים (L16)',
  'L19 nothing is left behind': 'אין שיחות שנשארו פתוחות (L19)',
};
