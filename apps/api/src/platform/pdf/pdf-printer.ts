import { createRequire } from 'node:module';
import { Injectable } from '@nestjs/common';
import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';

/** Inter has the narrow no-break space of French print, which the typefaces of PDF readers lack. */
const inter = (face: string) => createRequire(import.meta.url).resolve(`@expo-google-fonts/inter/${face}.ttf`);
const faces = {
  normal: inter('400Regular/Inter_400Regular'),
  bold: inter('600SemiBold/Inter_600SemiBold'),
};

/** Lays documents out as PDF; reads its own typefaces, no other file and no address. */
@Injectable()
export class PdfPrinter {
  constructor() {
    pdfmake.setFonts({ Inter: faces });
    pdfmake.setUrlAccessPolicy(() => false);
    pdfmake.setLocalAccessPolicy((path) => Object.values(faces).includes(path));
  }

  print(document: TDocumentDefinitions): Promise<Buffer> {
    return pdfmake.createPdf(document).getBuffer();
  }
}
