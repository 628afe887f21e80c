import { z } from 'zod';

/** A place on the picture of a page: left, top, width and height in thousandths of it. */
export const box = z.tuple([z.int(), z.int(), z.int(), z.int()]).readonly();

/** Of 100, as the program that read the picture gives it; null where the file brings the text over the picture. */
export const confidence = z.number().nullable();
