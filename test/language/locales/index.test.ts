import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { translate } from '../../../src/language/locales/index.ts';

const SAID: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'de-DE': {
    'Tags letzte Woche': 'Tags last week',
    'vom 1. bis 15. Oktober': 'from 1 to 15 october',
    'vor 3 Tagen': '3 days ago',
    'zwischen Montag und Freitag': 'between monday and friday',
    'seit Montag': 'since monday',
    'bis heute': 'until today',
    'KW 45': 'week 45',
    '3. Quartal 2025': 'Q3 2025',
    'Ende Oktober': 'end of october',
    'vorletzte Woche': 'week before last',
    'uebernaechste Woche': 'week after next',
    'letzte Woche im Vergleich zur Vorwoche': 'last week vs the week before',
    'Chatdauer letzte Woche pro Tag': 'duration last week by day',
    'Freitag letzter Woche': 'friday last week',
    'gestern von 9 bis 17 Uhr': 'yesterday from 9:00 to 17:00',
    '14 Uhr 30': '14:30',
    'Mo bis Fr': 'monday to friday',
    'Tag vip gestern': 'Tag vip yesterday',
    'gestern tag:"letzte Woche"': 'yesterday tag:"letzte Woche"',
    "gestern client:“letzte Woche” tag:'diese Woche'": "yesterday client:“letzte Woche” tag:'diese Woche'",
    'Tags letzte Woche als Tabelle': 'Tags last week as table',
    'Tags gestern als CSV': 'Tags yesterday as csv',
    'bisher diesen Monat': 'this month to date',
    'letzte Woche verglichen mit der Woche davor': 'last week vs the week before',
    'wir hatten gestern': 'had yesterday',
    '27. 11.': '27/11',
    '2016.05': '05/2016',
  },
  'fr-FR': {
    'tags la semaine dernière': 'tags last week',
    'il y a deux semaines': '2 weeks ago',
    'le premier lundi d’octobre': 'first monday of october',
    "l'annee derniere": 'last year',
    'ces 3 derniers mois': 'last 3 months',
    'du 1er au 15 octobre': 'from 1st to 15 october',
    'hier de 14h30 à 16h': 'yesterday from 14:30 to 16:00',
    'durée hier par heure': 'duration yesterday by hour',
    'T3 2025': 'Q3 2025',
    'fin octobre': 'end of october',
    "depuis le début de l'année": 'since the beginning of the year',
    'cinq derniers jours': 'last 5 days',
    'hier tag:"du 1 au 15"': 'yesterday tag:"du 1 au 15"',
    'hier de 9h à 17h': 'yesterday from 9:00 to 17:00',
    'tags hier sous forme de tableau': 'tags yesterday as table',
    'la semaine dernière contre la semaine d’avant': 'last week vs the week before',
    'combien de chats avons-nous eu hier': 'how many chats had yesterday',
  },
  'es-ES': {
    'etiquetas la semana pasada': 'tags last week',
    'los últimos 3 meses': 'last 3 months',
    'hace 3 días': '3 days ago',
    '15 de octubre de 2016': '15 october 2016',
    'de lunes a viernes': 'from monday to friday',
    'la semana que viene': 'next week',
    'en los ultimos 10 años': 'in last 10 years',
    'las 3 de la tarde': '3pm',
    'ayer por hora': 'yesterday by hour',
    'octubre comparado con septiembre': 'october vs september',
    'lo que va de año': 'year to date',
    'el primer lunes de octubre': 'first monday of october',
    'etiquetas ayer como tabla': 'tags yesterday as table',
    'la semana pasada comparado con la semana anterior': 'last week vs the week before',
    'la semana anterior': 'last week',
    'cuántos chats tenemos esta semana': 'how many chats had this week',
  },
  'pt-BR': {
    'tags da semana passada': 'tags of last week',
    'há 3 dias': '3 days ago',
    'três dias atrás': '3 days ago',
    'de segunda a sexta': 'from monday to friday',
    'do dia 1 ao dia 15 de outubro': 'from 1 to 15 october',
    'proximo mes': 'next month',
    'ontem das 9 às 17h': 'yesterday from 9:00 to 17:00',
    'segunda semana de outubro': 'second week of october',
    'desde o início do ano': 'since the beginning of the year',
    'vinte e um de maio': '21 may',
    'etiquetas ontem em csv': 'tags yesterday as csv',
    'semana passada comparada com a semana anterior': 'last week vs the week before',
    'quantos chats temos esta semana': 'how many chats had this week',
  },
  'it-IT': {
    'il mese scorso': 'last month',
    'tre giorni fa': '3 days ago',
    'dal 1 al 15 ottobre': 'from 1 to 15 october',
    'tra lunedì e venerdì': 'between monday and friday',
    'durata di ieri per ora': 'duration of yesterday by hour',
    'primo semestre 2025': 'H1 2025',
    'fine ottobre': 'end of october',
    'la prossima settimana': 'next week',
    "l'altro ieri": 'day before yesterday',
    'etichette ieri come tabella': 'tags yesterday as table',
    'la settimana scorsa rispetto alla settimana precedente': 'last week vs the week before',
    'quante chat abbiamo avuto ieri': 'how many chats had yesterday',
  },
  'nl-NL': {
    'tags vorige week': 'tags last week',
    'twee weken geleden': '2 weeks ago',
    'van 1 tot en met 15 oktober': 'from 1 to 15 october',
    'gisteren van 9 tot 17 uur': 'yesterday from 9:00 to 17:00',
    'laatste 24 uur': 'last 24 hours',
    'derde kwartaal van 2025': 'third quarter of 2025',
    'oktober vergeleken met september': 'october vs september',
    'de 5e': '5th',
    'ma-vr': 'monday to friday',
    'labels gisteren als csv': 'tags yesterday as csv',
    'vorige week vergeleken met de week ervoor': 'last week vs the week before',
    'laat de labels van vorige week zien': 'show tags of last week show',
  },
  'pl-PL': {
    'tagi z zeszłego tygodnia': 'tags of last week',
    'dwa tygodnie temu': '2 weeks ago',
    'od poniedziałku do piątku': 'from monday to friday',
    'od 1 do 15 pazdziernika': 'from 1 to 15 october',
    'między poniedziałkiem a piątkiem': 'between monday and friday',
    'wczoraj według godzin': 'yesterday by hour',
    'III kwartał 2025': 'Q3 2025',
    'ostatni dzień miesiąca': 'last day of the month',
    'pn-pt': 'monday to friday',
    'tagi wczoraj jako tabela': 'tags yesterday as table',
    'zeszły tydzień w porównaniu z tygodniem wcześniej': 'last week vs the week before',
    'ile czatów mieliśmy wczoraj': 'how many chats had yesterday',
  },
};

describe.each(Object.entries(SAID))('%s in English', (locale, phrases) => {
  test('phrases', () => {
    expect(Object.fromEntries(Object.keys(phrases).map((said) => [said, translate(said, locale)]))).toEqual(phrases);
  });
});

const LOCALES = Object.keys(SAID);

test('English, and a language that is not known, is not translated', () => {
  expect(['en-US', 'en-GB', 'ja-JP', ''].map((locale) => translate('letzte Woche', locale))).toEqual([null, null, null, null]);
});

test.each(LOCALES)('English stays as it is: %s', (locale) => {
  const english = ['last week', 'tags yesterday by hour', 'the week before last', 'from 1 october to 15 october', 'friday 9:00 to 17:00'];
  expect(english.map((text) => translate(text, locale))).toEqual(english);
});

test.each(LOCALES)('names are nobody’s words: %s', (locale) => {
  const word = fc.constantFrom('', ...Object.keys(SAID[locale] ?? {}).map((said) => said.replace(/["“”']/g, '')));
  const name = fc
    .tuple(fc.stringMatching(/^[^"“”']{0,30}$/), word, fc.constantFrom('""', '“”', "''"))
    .map(([text, said, [open, close]]) => `${open}${text.replaceAll('\\', '/')}${said}${close}`);
  fc.assert(
    fc.property(name, fc.constantFrom('', 'tag:', 'client:'), (quoted, filter) =>
      expect(translate(`tag:mayo ${filter}${quoted}`, locale)).toBe(`tag:mayo ${filter}${quoted.normalize('NFC')}`),
    ),
  );
});

const words = Object.values(SAID).flatMap((phrases) => Object.keys(phrases).flatMap((said) => said.split(' ')));

test('any text whatever has a translation', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((all) => all.join(' ')),
  );
  fc.assert(
    fc.property(text, fc.constantFrom(...LOCALES), (said, locale) => expect(typeof translate(said.slice(0, 300), locale)).toBe('string')),
  );
});
