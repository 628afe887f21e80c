/** What the form for an activity holds; every field is text as one writes it. */
export type ActivityForm = {
  readonly date: string;
  readonly act: string;
  readonly goods: string;
  readonly hs: string;
  readonly from: string;
  readonly to: string;
  readonly origin: string;
  readonly via: string;
  readonly amount: string;
  readonly unit: string;
  readonly total: string;
  readonly totalUnit: string;
  readonly period: string;
  readonly contractDate: string;
  readonly parties: string;
  readonly circumstances: readonly string[];
};

/** An activity as the interface takes it; fields that nobody filled in are left out, which means not known or not so. */
export type ActivityJson = { readonly [field: string]: unknown };

export function emptyForm(date: string): ActivityForm {
  return {
    date,
    act: '',
    goods: '',
    hs: '',
    from: '',
    to: '',
    origin: '',
    via: '',
    amount: '',
    unit: '',
    total: '',
    totalUnit: '',
    period: '',
    contractDate: '',
    parties: '',
    circumstances: [],
  };
}

export function activityOf(form: ActivityForm): ActivityJson {
  const goods = given({ hs: form.hs, name: form.goods });
  return given({
    date: form.date,
    act: form.act,
    goods: Object.keys(goods).length === 0 ? '' : goods,
    from: form.from,
    to: form.to,
    origin: form.origin,
    via: listOf(form.via),
    quantity: form.amount === '' ? '' : { value: plainNumber(form.amount), unit: form.unit },
    periodTotal:
      form.total === ''
        ? ''
        : {
            value: plainNumber(form.total),
            unit: form.totalUnit || form.unit,
            period: form.period || form.date.slice(0, 4),
          },
    contractDate: form.contractDate,
    parties: listOf(form.parties),
    circumstances: form.circumstances,
  });
}

/** The form again from an activity in an address; what it cannot hold is left out. */
export function formOf(activity: ActivityJson, date: string): ActivityForm {
  const goods = recordOf(activity.goods);
  const quantity = recordOf(activity.quantity);
  const total = recordOf(activity.periodTotal);
  return {
    ...emptyForm(date),
    date: textOf(activity.date) || date,
    act: textOf(activity.act),
    goods: textOf(goods.name),
    hs: textOf(goods.hs),
    from: textOf(activity.from),
    to: textOf(activity.to),
    origin: textOf(activity.origin),
    via: textsOf(activity.via).join(', '),
    amount: textOf(quantity.value),
    unit: textOf(quantity.unit),
    total: textOf(total.value),
    totalUnit: textOf(total.unit),
    period: textOf(total.period),
    contractDate: textOf(activity.contractDate),
    parties: textsOf(activity.parties).join(', '),
    circumstances: textsOf(activity.circumstances),
  };
}

/** The activity in an address, or null when there is none or it is no JSON object. */
export function readActivity(text: string | undefined): ActivityJson | null {
  if (text === undefined) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as ActivityJson) : null;
  } catch {
    return null;
  }
}

function given(fields: Readonly<Record<string, unknown>>): ActivityJson {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0)),
  );
}

function listOf(text: string): readonly string[] {
  return text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Thousands may be set apart by commas or blanks; the point is a point. */
function plainNumber(text: string): string {
  return text.replace(/[,\s\u00a0\u202f]/g, '');
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
