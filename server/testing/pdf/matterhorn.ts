import { marksOf } from './content.ts';
import type { PdfDict, PdfObjects, PdfValue } from './objects.ts';

/** A structure element with what stands below it. */
interface Element {
  tag: string;
  dict: PdfDict;
  parent: Element | undefined;
}

const standardTags = new Set(
  'Document Part Sect Div P H1 H2 H3 H4 H5 H6 Title Strong Em L LI Lbl LBody Table THead TBody TFoot TR TH TD Span Link Annot Reference Note Figure Caption Quote BlockQuote NonStruct TOC TOCI Index Form Formula Code'.split(
    ' ',
  ),
);
/** Where an element may stand. */
const parents: Record<string, readonly string[]> = {
  LI: ['L'],
  Lbl: ['LI', 'Note', 'Reference'],
  LBody: ['LI'],
  TR: ['Table', 'THead', 'TBody', 'TFoot'],
  THead: ['Table'],
  TBody: ['Table'],
  TFoot: ['Table'],
  TH: ['TR'],
  TD: ['TR'],
};

/**
 * What breaks those failure conditions of the Matterhorn Protocol 1.1 (PDF/UA-1) that a program can decide and that may
 * arise in our documents, each with its number. Empty when none is broken.
 */
export function matterhornFaults(pdf: PdfObjects): string[] {
  const elements = listElements(pdf);
  return [
    ...contentFaults(pdf, elements),
    ...documentFaults(pdf),
    ...structureFaults(pdf, elements),
    ...annotationFaults(pdf),
    ...fontFaults(pdf),
  ];
}

function listElements(pdf: PdfObjects): Element[] {
  const roles = pdf.dict(pdf.dict(pdf.root['/StructTreeRoot'])['/RoleMap']);
  const walk = (value: PdfValue, parent: Element | undefined): Element[] => {
    const dict = pdf.dict(value);
    if (typeof dict['/S'] !== 'string') return [];
    const role = roles[dict['/S']];
    const tag = (typeof role === 'string' ? role : dict['/S']).slice(1);
    const element = { tag, dict, parent };
    return [element, ...pdf.list(dict['/K']).flatMap((kid) => walk(kid, element))];
  };
  return pdf.list(pdf.dict(pdf.root['/StructTreeRoot'])['/K']).flatMap((kid) => walk(kid, undefined));
}

/** 01: everything that is painted is content of the structure or an artifact, and never both. */
function contentFaults(pdf: PdfObjects, elements: readonly Element[]): string[] {
  return pdf.pages.flatMap(({ reference, page }, index) => {
    const marks = marksOf(pdf, pdf.list(page['/Contents']).map(String));
    const named = new Set(elements.flatMap((element) => idsOn(pdf, element, reference)));
    const at = `page ${index + 1}`;
    return [
      ...(marks.mixed > 0 ? [`01-003 artifacts and content are mixed on ${at}`] : []),
      ...(marks.unmarked.length > 0 ? [`01-005 ${marks.unmarked.length} operators paint unmarked on ${at}`] : []),
      ...marks.ids.filter((id) => !named.has(id)).map((id) => `01-006 mark ${id} on ${at} is in no element`),
    ];
  });
}

/** The marks of a page that an element holds itself. */
function idsOn(pdf: PdfObjects, { dict }: Element, page: string): number[] {
  return pdf.list(dict['/K']).flatMap((kid) => {
    if (typeof kid === 'number') return dict['/Pg'] === page ? [kid] : [];
    const mark = pdf.dict(kid);
    const id = mark['/MCID'];
    return typeof id === 'number' && (mark['/Pg'] ?? dict['/Pg']) === page ? [id] : [];
  });
}

/** 06, 07, 11, 26: metadata, the title in the window, a language, and no lock against reading aloud. */
function documentFaults(pdf: PdfObjects): string[] {
  const { root, trailer } = pdf;
  const metadata = pdf.bytes(root['/Metadata']);
  const shows = pdf.dict(root['/ViewerPreferences'])['/DisplayDocTitle'] === true;
  const isTagged = pdf.dict(root['/MarkInfo'])['/Marked'] === true;
  const hasLanguage = typeof root['/Lang'] === 'string' && root['/Lang'].length > 3;
  return [
    ...(isTagged ? [] : ['06 the document does not say that it is tagged']),
    ...(/<pdfuaid:part>1</.test(metadata) ? [] : ['06-002 the metadata do not name PDF/UA-1']),
    ...(/<dc:title>/.test(metadata) ? [] : ['06-003 the metadata have no title']),
    ...(shows ? [] : ['07-001 the title is not shown']),
    ...(hasLanguage ? [] : ['11-001 the document has no language']),
    ...(trailer['/Encrypt'] === undefined ? [] : ['26 the document is encrypted']),
  ];
}

/** 02, 09, 11, 13, 14, 15, 19: known elements in their places, alternatives, headings in order, heads of tables, notes. */
function structureFaults(pdf: PdfObjects, elements: readonly Element[]): string[] {
  const faults: string[] = [];
  let level = 0;
  const notes = new Set<PdfValue>();
  for (const { tag, dict, parent } of elements) {
    if (!standardTags.has(tag)) faults.push(`02-001 ${tag} is no standard element`);
    const allowed = parents[tag];
    if (allowed && !allowed.includes(parent?.tag ?? '')) faults.push(`09-004 ${tag} stands in ${parent?.tag}`);
    if (tag === 'Figure' && !dict['/Alt'] && !dict['/ActualText']) faults.push('13-004 a figure has no alternative');
    if (tag === 'Formula' && !dict['/Alt']) faults.push('17-002 a formula has no alternative');
    if (dict['/Lang'] === 'u:') faults.push('11 an element has an empty language');
    const heading = /^H(\d)$/.exec(tag)?.[1];
    if (heading !== undefined) {
      if (Number(heading) > level + 1) faults.push(`14-003 H${heading} follows H${level}`);
      level = Number(heading);
    }
    if (tag === 'TH' && !hasScope(pdf, dict)) faults.push('15-003 a head of a table has no scope');
    if (tag === 'Note') {
      if (!dict['/ID'] || notes.has(dict['/ID'])) faults.push('19-003 a note has no name of its own');
      notes.add(dict['/ID'] ?? null);
    }
  }
  return faults;
}

function hasScope(pdf: PdfObjects, dict: PdfDict): boolean {
  return pdf.list(dict['/A']).some((one) => typeof pdf.dict(one)['/Scope'] === 'string');
}

/** 28: what is interactive is in the structure, says what it is, and is reached in the order of the structure. */
function annotationFaults(pdf: PdfObjects): string[] {
  return pdf.pages.flatMap(({ page }, index) => {
    const annotations = pdf.list(page['/Annots']).map((one) => pdf.dict(one));
    const at = `page ${index + 1}`;
    if (annotations.length === 0) return [];
    return [
      ...(page['/Tabs'] === '/S' ? [] : [`28-009 the tab order of ${at} is not that of the structure`]),
      ...annotations.flatMap((annotation) => [
        ...(typeof annotation['/Contents'] === 'string' ? [] : [`28-004 an annotation of ${at} says nothing`]),
        ...(annotation['/Subtype'] !== '/Link' || holderOf(pdf, annotation) === '/Link'
          ? []
          : [`28-011 a link of ${at} is in no Link element`]),
      ]),
    ];
  });
}

/** The element that holds an annotation. */
function holderOf(pdf: PdfObjects, annotation: PdfDict): PdfValue | undefined {
  const numbers = pdf.list(pdf.dict(pdf.dict(pdf.root['/StructTreeRoot'])['/ParentTree'])['/Nums']);
  const place = numbers.findIndex((value, index) => index % 2 === 0 && value === annotation['/StructParent']);
  return place < 0 ? undefined : pdf.dict(numbers[place + 1])['/S'];
}

/** 31: every font is in the file, and its signs have a meaning. */
function fontFaults(pdf: PdfObjects): string[] {
  return pdf.all
    .filter((dict) => dict['/Type'] === '/Font' && dict['/Subtype'] !== undefined)
    .flatMap((font) => {
      const name = pdf.word(font, '/BaseFont');
      if (pdf.word(font, '/Subtype').startsWith('/CIDFont')) {
        const descriptor = pdf.dict(font['/FontDescriptor']);
        const isThere = ['/FontFile', '/FontFile2', '/FontFile3'].some((key) => descriptor[key] !== undefined);
        const isMapped = font['/Subtype'] === '/CIDFontType0' || font['/CIDToGIDMap'] !== undefined;
        return [
          ...(isThere ? [] : [`31-009 ${name} is not in the file`]),
          ...(isMapped ? [] : [`31-005 ${name} does not say which glyphs its signs are`]),
        ];
      }
      return font['/ToUnicode'] === undefined ? [`31-027 the signs of ${name} have no meaning`] : [];
    });
}
