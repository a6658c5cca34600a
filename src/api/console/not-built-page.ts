/** What `/` says while the console has not been built. */
export const notBuiltPage = `<!doctype html>
<html lang="he" dir="rtl">
<meta charset="utf-8">
<title>תורן · Toran</title>
<h1>השירות פועל. הקונסולה עוד לא נבנתה.</h1>
<p>כדי לבנות אותה: <code dir="ltr">npm run build -w web</code>, ואז לרענן את הדף.</p>
<div lang="en" dir="ltr">
<h1>The service runs. The console is not built yet.</h1>
<p>To build it: <code>npm run build -w web</code>, then reload this page.</p>
<p>The REST API is at <a href="/api/v1/openapi.json">/api/v1/openapi.json</a>.</p>
</div>
</html>
`;
