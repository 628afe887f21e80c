/**
 * How a cell begins that a spreadsheet takes for a formula; some take the wide forms of the signs too. Names come from outside, and a
 * table for people must not have them run: such a cell is led by an apostrophe.
 */
export const FORMULA_CELL: RegExp = /^[=+@\t\r\n\uff1d\uff0b\uff20\uff0d\u2212\ufe63-]/;
