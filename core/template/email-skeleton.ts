// Made by `npm run email` from scripts/email-skeleton.mjs; not changed by hand.

export const DOCUMENT = `<!doctype html>
<html lang="⟦lang⟧" dir="⟦dir⟧" xmlns="http://www.w3.org/1999/xhtml" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
<head>
<title>⟦title⟧</title>
<!--[if !mso]><!-->
<meta http-equiv="X-UA-Compatible" content="IE=edge">
<!--<![endif]-->
<meta http-equiv="Content-Type" content="text/html; charset=UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style type="text/css">
#outlook a { padding:0; }
body { margin:0;padding:0;-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%; }
table, td { border-collapse:collapse;mso-table-lspace:0pt;mso-table-rspace:0pt; }
img { border:0;height:auto;line-height:100%; outline:none;text-decoration:none;-ms-interpolation-mode:bicubic; }
p { display:block;margin:13px 0; }
</style>
<!--[if mso]>
<noscript>
<xml>
<o:OfficeDocumentSettings>
<o:AllowPNG/>
<o:PixelsPerInch>96</o:PixelsPerInch>
</o:OfficeDocumentSettings>
</xml>
</noscript>
<![endif]-->
<style type="text/css">
:root{color-scheme:light dark;supported-color-schemes:light dark}
.words>:last-child,.words>:last-child>:last-child{margin-bottom:0!important}
@media (prefers-color-scheme:dark){
.canvas,.canvas>div{background:⟦darkCanvas⟧!important}
.card,.card>table{background:⟦darkCard⟧!important}
.card>table>tbody>tr>td{border-color:⟦darkLine⟧!important}
.ink>div{color:⟦darkInk⟧!important}
.muted>div,.muted a{color:⟦darkMuted⟧!important}
.fill td,.fill a{background:⟦darkButton⟧!important;color:⟦darkOn⟧!important}
.fill td{border-color:⟦darkButton⟧!important}
.outline td,.outline a{background:⟦darkCard⟧!important;color:⟦darkInk⟧!important}
.outline td{border-color:⟦darkMuted⟧!important}
.words td,.words th,.words hr{border-color:⟦darkLine⟧!important}}
[data-ogsc] .canvas,[data-ogsc] .canvas>div{background:⟦darkCanvas⟧!important}
[data-ogsc] .card,[data-ogsc] .card>table{background:⟦darkCard⟧!important}
[data-ogsc] .card>table>tbody>tr>td{border-color:⟦darkLine⟧!important}
[data-ogsc] .ink>div{color:⟦darkInk⟧!important}
[data-ogsc] .muted>div,[data-ogsc] .muted a{color:⟦darkMuted⟧!important}
[data-ogsc] .fill td,[data-ogsc] .fill a{background:⟦darkButton⟧!important;color:⟦darkOn⟧!important}
[data-ogsc] .fill td{border-color:⟦darkButton⟧!important}
[data-ogsc] .outline td,[data-ogsc] .outline a{background:⟦darkCard⟧!important;color:⟦darkInk⟧!important}
[data-ogsc] .outline td{border-color:⟦darkMuted⟧!important}
[data-ogsc] .words td,[data-ogsc] .words th,[data-ogsc] .words hr{border-color:⟦darkLine⟧!important}
@media (max-width:480px){
.card>table>tbody>tr>td{padding:24px 20px!important}
.press{display:block!important;margin:0 0 12px!important;width:100%!important}
.press tbody,.press tr,.press td,.press a{display:block!important}}
</style>
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="x-apple-disable-message-reformatting">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
</head>
<body class="canvas" style="word-spacing:normal;background-color:⟦canvas⟧;">
⟦preheader⟧
<div aria-label="⟦title⟧" aria-roledescription="email" role="article" lang="⟦lang⟧" dir="⟦dir⟧" style="word-spacing:normal;background-color:⟦canvas⟧;">
<!--[if mso | IE]><table align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="width:⟦outer⟧px;" width="⟦outer⟧"><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]-->
<div style="margin:0px auto;max-width:⟦outer⟧px;">
<table align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="width:100%;">
<tr>
<td style="direction:⟦dir⟧;font-size:0px;padding:32px 12px;text-align:center;">
<!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0"><tr><td width="⟦outer⟧px"><table align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="width:⟦width⟧px;" width="⟦width⟧"><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]-->
<div style="margin:0px auto;max-width:⟦width⟧px;">
<table align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="width:100%;">
<tr>
<td style="direction:⟦dir⟧;font-size:0px;padding:0 4px 16px;text-align:center;">
<!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0"><tr><td style="vertical-align:top;width:⟦side⟧px;"><![endif]-->
<div style="font-size:0px;text-align:⟦start⟧;direction:⟦dir⟧;display:inline-block;vertical-align:top;width:100%;">
<table border="0" cellpadding="0" cellspacing="0" role="presentation" style="vertical-align:top;" width="100%">
<tr>
<td align="⟦start⟧" class="ink" style="font-size:0px;padding:0;word-break:break-word;">
<div style="font-family:⟦font⟧;font-size:15px;font-weight:600;line-height:20px;text-align:⟦start⟧;color:⟦ink⟧;">⟦mark⟧</div>
</td>
</tr>
</table>
</div>
<!--[if mso | IE]></td></tr></table><![endif]-->
</td>
</tr>
</table>
</div>
<!--[if mso | IE]></td></tr></table></td></tr><tr><td width="⟦outer⟧px"><table align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="width:⟦width⟧px;" width="⟦width⟧" bgcolor="⟦card⟧"><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]-->
<div class="card" style="background:⟦card⟧;background-color:⟦card⟧;margin:0px auto;max-width:⟦width⟧px;border-radius:⟦radius⟧px;overflow:hidden;">
<table align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="background:⟦card⟧;background-color:⟦card⟧;width:100%;border-collapse:separate;">
<tr>
<td style="border:1px solid ⟦line⟧;border-radius:⟦radius⟧px;direction:⟦dir⟧;font-size:0px;padding:36px 40px;text-align:center;">
<!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0"><tr><td style="vertical-align:top;width:⟦inner⟧px;"><![endif]-->
<div style="font-size:0px;text-align:⟦start⟧;direction:⟦dir⟧;display:inline-block;vertical-align:top;width:100%;">
<table border="0" cellpadding="0" cellspacing="0" role="presentation" style="vertical-align:top;" width="100%">
<tr>
<td align="⟦start⟧" class="ink" style="font-size:0px;padding:0;word-break:break-word;">
<div style="font-family:⟦font⟧;font-size:16px;line-height:26px;text-align:⟦start⟧;color:⟦ink⟧;">⟦words⟧</div>
</td>
</tr>
⟦buttonRow⟧
</table>
</div>
<!--[if mso | IE]></td></tr></table><![endif]-->
</td>
</tr>
</table>
</div>
<!--[if mso | IE]></td></tr></table></td></tr><tr><td width="⟦outer⟧px"><table align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="width:⟦width⟧px;" width="⟦width⟧"><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]-->
<div style="margin:0px auto;max-width:⟦width⟧px;">
<table align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="width:100%;">
<tr>
<td style="direction:⟦dir⟧;font-size:0px;padding:20px 4px 0;text-align:center;">
<!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0"><tr><td style="vertical-align:top;width:⟦side⟧px;"><![endif]-->
<div style="font-size:0px;text-align:⟦start⟧;direction:⟦dir⟧;display:inline-block;vertical-align:top;width:100%;">
<table border="0" cellpadding="0" cellspacing="0" role="presentation" style="vertical-align:top;" width="100%">
<tr>
<td align="⟦start⟧" class="muted" style="font-size:0px;padding:0;word-break:break-word;">
<div style="font-family:⟦font⟧;font-size:13px;line-height:20px;text-align:⟦start⟧;color:⟦muted⟧;">⟦foot⟧</div>
</td>
</tr>
</table>
</div>
<!--[if mso | IE]></td></tr></table><![endif]-->
</td>
</tr>
</table>
</div>
<!--[if mso | IE]></td></tr></table></td></tr></table><![endif]-->
</td>
</tr>
</table>
</div>
<!--[if mso | IE]></td></tr></table><![endif]-->
</div>
</body>
</html>`;

export const PREHEADER =
  '<div style="display:none;mso-hide:all;font-size:1px;color:#ffffff;line-height:1px;max-height:0px;max-width:0px;opacity:0;overflow:hidden;">⟦text⟧</div>';

export const BUTTON_ROW =
  '<tr><td style="font-size:0px;padding:24px 0 0;text-align:⟦start⟧;">⟦buttons⟧</td></tr>';

export const BUTTON_FIRST = `<table class="press fill" border="0" cellpadding="0" cellspacing="0" role="presentation" style="display:inline-table;margin:⟦gap⟧;border-collapse:separate;line-height:100%;">
<tr>
<td align="center" bgcolor="⟦button⟧" role="presentation" style="border:1px solid ⟦button⟧;border-radius:⟦buttonRadius⟧px;cursor:auto;mso-padding-alt:12px 22px;background:⟦button⟧;" valign="middle">
<a href="⟦href⟧" style="display:inline-block;background:⟦button⟧;color:⟦on⟧;font-family:⟦font⟧;font-size:16px;font-weight:600;line-height:20px;margin:0;text-decoration:none;text-transform:none;padding:12px 22px;mso-padding-alt:0px;border-radius:⟦buttonRadius⟧px;">⟦label⟧</a>
</td>
</tr>
</table>`;

export const BUTTON_OTHER = `<table class="press outline" border="0" cellpadding="0" cellspacing="0" role="presentation" style="display:inline-table;margin:⟦gap⟧;border-collapse:separate;line-height:100%;">
<tr>
<td align="center" bgcolor="⟦card⟧" role="presentation" style="border:1px solid ⟦muted⟧;border-radius:⟦buttonRadius⟧px;cursor:auto;mso-padding-alt:12px 22px;background:⟦card⟧;" valign="middle">
<a href="⟦href⟧" style="display:inline-block;background:⟦card⟧;color:⟦ink⟧;font-family:⟦font⟧;font-size:16px;font-weight:600;line-height:20px;margin:0;text-decoration:none;text-transform:none;padding:12px 22px;mso-padding-alt:0px;border-radius:⟦buttonRadius⟧px;">⟦label⟧</a>
</td>
</tr>
</table>`;
