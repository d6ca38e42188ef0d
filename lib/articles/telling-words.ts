/**
 * Numbers with what qualifies them, and negations: the words whose change turns a claim round. Lists of the languages that a desk meets most. A word
 * that is missing here makes an alteration less loud, never invisible: any other word is an alteration.
 */
const words = (list: string) => list.split(/\s+/).filter(Boolean);

const numberWords = new Set(
  words(`
  zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion
  billions trillion trillions dozen dozens score half halves third thirds quarter quarters fifth tenth twice thrice double triple
  first second fourth sixth seventh eighth ninth couple pair single both
  un une deux trois quatre cinq sept huit neuf dix onze douze treize quatorze quinze seize vingt vingts trente quarante cinquante
  soixante septante quatre-vingt nonante cent cents mille millier milliers million millions milliard milliards douzaine douzaines
  dizaine dizaines centaine centaines moitié tiers quart premier première deuxième troisième
  uno una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve
  veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa ciento doscientos trescientos quinientos mil miles millón
  millones docena docenas decenas cientos centenares mitad tercio cuarto primero primera segundo segunda
  due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici venti trenta quaranta cinquanta
  sessanta settanta ottanta novanta cento mila milione milioni miliardo miliardi decine dozzina centinaia migliaia metà
  um uma dois duas três quatro sete oito dez onze doze treze vinte trinta quarenta cinquenta sessenta oitenta cem
  duzentos trezentos quinhentos milhão milhões bilhão bilhões milhares dezenas metade terço
  een één twee drie vier vijf zes zeven acht negen tien elf twaalf twintig dertig veertig vijftig zestig zeventig tachtig negentig
  honderd honderden duizend duizenden miljoen miljoenen miljard helft
  jeden jedna jedno dwa dwie dwóch trzy trzech cztery czterech pięć pięciu sześć sześciu siedem siedmiu osiem ośmiu dziewięć dziewięciu
  dziesięć dziesięciu dwadzieścia trzydzieści czterdzieści pięćdziesiąt sto dwieście trzysta pięćset tysiąc tysiące tysięcy milion
  miliony milionów miliard miliardy miliardów połowa pół
  sıfır bir iki üç dört beş altı yedi sekiz dokuz on yirmi otuz kırk elli altmış yetmiş seksen doksan yüz yüzlerce bin binlerce milyon
  milyonlarca milyar yarım yarısı onlarca
  один одна одно одного одной два две двух двое три трёх трех трое четыре четырёх четырех пять пяти шесть шести семь семи восемь
  восьми девять девяти десять десяти одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать
  восемнадцать девятнадцать двадцать двадцати тридцать тридцати сорок сорока пятьдесят шестьдесят семьдесят восемьдесят девяносто
  сто ста двести триста четыреста пятьсот шестьсот сотни сотен тысяча тысячи тысяч миллион миллиона миллионы миллионов миллиард
  миллиарда миллиарды миллиардов десятки десятков дюжина половина половины треть четверть полтора
  одна дві двох троє чотири чотирьох п'ять п'яти шість сім вісім дев'ять десять двадцять тридцять п'ятдесят сімдесят вісімдесят
  дев'яносто двісті триста п'ятсот тисяча тисячі мільйон мільйони мільйонів мільярд десятки сотні половина
  صفر واحد واحدة اثنان اثنين اثنتان اثنتين ثلاث ثلاثة أربع أربعة خمس خمسة ست ستة سبع سبعة ثمان ثماني ثمانية تسع تسعة عشر عشرة عشرون عشرين
  ثلاثون ثلاثين أربعون أربعين خمسون خمسين ستون ستين سبعون سبعين ثمانون ثمانين تسعون تسعين مئة مائة مئات مئتان مئتين ألف آلاف ألفان ألفين مليون
  ملايين مليار مليارات عشرات نصف ثلث ربع
  یک دو سه چهار پنج شش هفت هشت نه ده بیست سی چهل پنجاه شصت هفتاد هشتاد نود صد هزار هزاران میلیون میلیارد نیم نیمی
  אפס אחד אחת שניים שתיים שני שתי שלושה שלוש ארבעה ארבע חמישה חמש שישה שש שבעה שבע שמונה תשעה תשע עשרה עשר עשרים שלושים ארבעים
  חמישים שישים שבעים שמונים תשעים מאה מאות אלף אלפים אלפי מיליון מיליוני מיליארד עשרות חצי שליש רבע
  एक दो तीन चार पाँच पांच छह छः सात आठ नौ दस बीस तीस चालीस पचास साठ सत्तर अस्सी नब्बे सौ हज़ार हजार लाख करोड़ आधा
  一 二 三 四 五 六 七 八 九 十 百 千 万 萬 亿 億 兆 零 〇 两 兩 半`),
);

const germanNumber =
  /^(?:null|eins|halb\p{L}*|hälfte|drittel|viertel|dutzende?|hunderte|tausende|million(?:en)?|milliarden?|(?:ein|zwei|drei|vier|fünf|sechs|sechzehn|sech|sieben|siebzehn|sieb|acht|neun|zehn|elf|zwölf|zwan|und|zig|ßig|hundert|tausend){1,12})$/u;
const germanArticle = /^(?:ein|und)+$/u;

const negations = new Set(
  words(`
  not no never none nobody nothing nowhere neither nor cannot without hardly barely scarcely
  nicht nichts nie niemals niemand niemanden nirgends kein keine keinen keinem keiner keines weder ohne kaum
  ne pas jamais aucun aucune rien personne ni non sans
  nunca jamás ningún ninguno ninguna nada nadie tampoco sin
  mai nessuno nessuna niente nulla né senza
  não nem nenhum nenhuma ninguém sem
  niet geen nooit niemand niets zonder
  nie nigdy nikt nic żaden żadna żadne bez brak
  değil yok hiç hiçbir asla
  не нет ни никогда никто никого ничто ничего никакой никаких без нельзя отсутствует ні немає ніколи ніхто нічого
  لا لم لن ليس ليست ليسوا غير بدون دون ولا ولم ولن وليس فلا فلم
  نه نیست نیستند بدون هیچ هرگز نبود نشد
  לא אין אינו אינה אינם אינן בלי ללא ולא שלא שאין אף
  नहीं न मत ना बिना
  不 没 沒 未 无 無 非 否 勿`),
);
const contracted = /n't$|^n'\p{L}/u;
const koreanNegation = /않|없|아니|못/u;

/** What makes another number of the one that follows: "more than 20" is not "20". */
const qualifiers = new Set(
  `more than|less than|fewer than|no more than|no less than|no fewer than|greater than|at least|at most|up to|as many as
  as few as|close to|about|around|approximately|roughly|some|nearly|almost|over|under|above|below|only|exactly
  mehr als|weniger als|mindestens|höchstens|wenigstens|etwa|rund|ungefähr|fast|knapp|gut|über|unter|bis zu|nur|genau
  plus de|moins de|au moins|au plus|environ|près de|presque|jusqu'à|quelque|seulement
  más de|menos de|al menos|por lo menos|unos|unas|alrededor de|cerca de|casi|hasta|solo|sólo
  più di|meno di|almeno|circa|quasi|oltre|fino a|mais de|pelo menos|quase|até
  более|больше|менее|меньше|около|примерно|почти|свыше|до|больше чем|меньше чем|более чем|менее чем|порядка|всего
  понад|більше|близько|майже|щонайменше|приблизно|менше
  أكثر من|أقل من|على الأقل|نحو|حوالي|قرابة|ما يقرب من|ما لا يقل عن|زهاء|فقط|بیش از|کمتر از|حدود|دست کم|نزدیک به
  לפחות|בערך|כמעט|מעל|עד`
    .split(/[|\n]/)
    .map((phrase) => phrase.trim()),
);
const trailing = new Set([
  "or more",
  "or less",
  "or fewer",
  "or so",
  "at least",
  "at most",
  "plus",
  "oder mehr",
  "ou plus",
]);
const longestQualifier = 4;

/** Words of the text that tell how many or whether at all, in its order; typography and short forms make no difference. */
export function tellingWords(says: readonly string[]): string[] {
  const all = says.map((word) => word.toLowerCase());
  return all.flatMap((lower, at) => {
    if (contracted.test(lower) || lower === "cannot") return ["not"];
    if (!isTelling(lower)) return [];
    const after = all.slice(at + 1, at + 3).join(" ");
    return [...qualifierBefore(all, at), lower, ...(trailing.has(after) ? [after] : [])];
  });
}

/** The longest qualifier that ends right before this word, an article ("over a hundred") or a currency aside. */
function qualifierBefore(all: readonly string[], number: number): string[] {
  const end = /^(?:an?|\p{Sc})$/u.test(all[number - 1] ?? "") ? number - 1 : number;
  for (let length = longestQualifier; length > 0; length--) {
    const phrase = all.slice(Math.max(0, end - length), end).join(" ");
    if (qualifiers.has(phrase)) return [phrase];
  }
  return [];
}

function isTelling(lower: string): boolean {
  return (
    /[\p{N}\p{Sc}%‰٪]/u.test(lower) ||
    numberWords.has(lower) ||
    negations.has(lower) ||
    (germanNumber.test(lower) && !germanArticle.test(lower)) ||
    koreanNegation.test(lower)
  );
}
