/** What programs put on the clipboard, written after the form they use. All words are invented. */

export const wordDesktop = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta name=Generator content="Microsoft Word 15"><style><!--
p.MsoNormal {margin:0in; font-size:12.0pt; font-family:"Calibri",sans-serif;}
@list l0:level1 {mso-level-number-format:bullet; mso-level-text:\\F0B7;}
--></style></head>
<body lang=EN-US style='tab-interval:.5in;word-wrap:break-word'>
<!--StartFragment-->
<p class=MsoTitle>Rest after a hard year<o:p></o:p></p>
<h1>What rest is <o:p></o:p></h1>
<p class=MsoNormal style='mso-margin-top-alt:auto'>Rest is <b style='mso-bidi-font-weight:
normal'>not</b> a <i>reward</i>.<span style='mso-spacerun:yes'>  </span>It is
part of the work<a style='mso-comment-reference:AB_1;mso-comment-date:20260101T0900'><span class=MsoCommentReference>[AB1]</span></a>.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<h2>Ways to begin<o:p></o:p></h2>
<p class=MsoListParagraphCxSpFirst style='margin-left:.5in;text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Sit for a
minute<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:1.0in;text-indent:-.25in;mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>without a phone<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='margin-left:.5in;text-indent:-.25in;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Walk slowly<o:p></o:p></p>
<p class=MsoNormal>Then, in this order:<o:p></o:p></p>
<p class=MsoListParagraph style='text-indent:-.25in;mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Breathe<o:p></o:p></p>
<p class=MsoListParagraph style='text-indent:-.25in;mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>2.<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Read <a href="https://example.org/rest">this page</a><o:p></o:p></p>
<p class=MsoNormal>Some said <del cite="mailto:Ada" datetime="2026-01-02T10:00">never</del><ins cite="mailto:Ada" datetime="2026-01-02T10:00">seldom</ins>. See <a href="file:///C:/Users/ada/notes.docx">my notes</a>.<!--[if gte vml 1]><v:shape id="_x0000_i1025"/><![endif]--><![if !vml]><img width=200 height=100 src="file:///C:/clip_image002.png" v:shapes="_x0000_i1025"><![endif]><o:p></o:p></p>
<table class=MsoTableGrid border=1 cellspacing=0 style='border-collapse:collapse'><tr style='mso-yfti-irow:0'><td width=100 style='width:75pt'>
<p class=MsoNormal><b>Night<o:p></o:p></b></p></td><td width=100><p class=MsoNormal><b>Hours<o:p></o:p></b></p></td></tr>
<tr><td><p class=MsoNormal>First<o:p></o:p></p></td><td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td></tr></table>
<!--EndFragment-->
<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>Is that so?</p></div></div>
</body></html>`;

export const wordOnline = `<meta charset="utf-8"><div class="OutlineElement Ltr SCXW1 BCX0"><p class="Paragraph SCXW1 BCX0" role="heading" aria-level="1" xml:lang="EN-US"><span data-contrast="none" class="TextRun MacChromeBold SCXW1 BCX0"><span class="NormalTextRun SCXW1 BCX0">What rest is</span></span><span class="EOP SCXW1 BCX0" data-ccp-props="{}">&nbsp;</span></p></div>
<div class="OutlineElement Ltr SCXW1 BCX0"><p class="Paragraph SCXW1 BCX0"><span class="TextRun SCXW1 BCX0" style="font-weight:bold"><span class="NormalTextRun SCXW1 BCX0">Rest</span></span><span class="TextRun SCXW1 BCX0"><span class="NormalTextRun SCXW1 BCX0"> is part of the work.</span></span><span class="EOP SCXW1 BCX0">&nbsp;</span></p></div>
<div class="ListContainerWrapper SCXW1 BCX0"><ul class="BulletListStyle1 SCXW1 BCX0" role="list"><li role="listitem" data-listid="1" data-aria-posinset="1" data-aria-level="1" class="OutlineElement Ltr"><p class="Paragraph SCXW1 BCX0"><span class="TextRun"><span class="NormalTextRun">Sit</span></span><span class="EOP">&nbsp;</span></p></li></ul></div>
<div class="ListContainerWrapper SCXW1 BCX0"><ul class="BulletListStyle2 SCXW1 BCX0" role="list"><li role="listitem" data-listid="1" data-aria-posinset="1" data-aria-level="2" class="OutlineElement Ltr"><p class="Paragraph SCXW1 BCX0"><span class="TextRun"><span class="NormalTextRun">without a phone</span></span><span class="EOP">&nbsp;</span></p></li></ul></div>
<div class="ListContainerWrapper SCXW1 BCX0"><ul class="BulletListStyle1 SCXW1 BCX0" role="list"><li role="listitem" data-listid="1" data-aria-posinset="2" data-aria-level="1" class="OutlineElement Ltr"><p class="Paragraph SCXW1 BCX0"><span class="TextRun"><span class="NormalTextRun">Walk</span></span><span class="EOP">&nbsp;</span></p></li></ul></div>`;

export const googleDocs = `<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-0a1b2c3d"><h2 dir="ltr" style="line-height:1.38;margin-top:18pt;"><span style="font-size:16pt;font-family:Arial,sans-serif;color:#000000;font-weight:400;font-style:normal;text-decoration:none;vertical-align:baseline;white-space:pre-wrap;">What rest is</span></h2><br /><p dir="ltr" style="line-height:1.38;"><span style="font-size:11pt;font-weight:700;font-style:normal;vertical-align:baseline;">Rest</span><span style="font-size:11pt;font-weight:400;font-style:normal;"> is </span><span style="font-weight:400;font-style:italic;">part</span><span style="font-weight:400;"> of the work. See </span><a href="https://www.google.com/url?q=https://example.org/rest?a%3D1&amp;sa=D&amp;source=docs" style="text-decoration:none;"><span style="color:#1155cc;font-weight:400;text-decoration:underline;">this page</span></a><span style="font-weight:400;">.</span></p><br /><ul style="margin-top:0;margin-bottom:0;"><li dir="ltr" style="list-style-type:disc;font-weight:400;" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400;">Sit</span></p></li><ul style="margin-top:0;"><li dir="ltr" style="list-style-type:circle;" aria-level="2"><p dir="ltr" role="presentation"><span style="font-weight:400;">without a phone</span></p></li></ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400;">Walk</span></p></li></ul><p dir="ltr"><span style="border:none;display:inline-block;"><img src="https://lh7.example/rt/abc" width="300" height="200" /></span></p><p dir="ltr">&nbsp;</p><div dir="ltr" align="left"><table style="border:none;border-collapse:collapse;"><colgroup><col width="312" /><col width="312" /></colgroup><tbody><tr style="height:0pt"><td style="border:solid #000 1pt;"><p dir="ltr"><span style="font-weight:400;">Night</span></p></td><td><p dir="ltr"><span style="font-weight:400;">Hours</span></p></td></tr></tbody></table></div></b><br class="Apple-interchange-newline">`;
