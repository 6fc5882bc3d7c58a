//! The weighing of a text in another language than English: by its title and its commonest words only.

use crate::document::{Block, BlockKind};
use crate::lexicon::{Lexicon, fold, words};
use crate::search::{find_all, split};

const TERM: u32 = 1;
const LEGAL: u32 = 1 << 1;
const COOKIE: u32 = 1 << 2;

/// Words of privacy policies, of contracts and of cookie policies; `*` ends a beginning.
const LISTS: [(u32, &str); 18] = [
    (
        TERM,
        "données donnée personnel* confidentialité traitement* traitons consentement collect* rgpd cnil destinataires",
    ),
    (TERM, "daten personenbezogen* datenschutz* verarbeit* einwilligung* dsgvo speicher* betroffen*"),
    (TERM, "datos privacidad tratamiento* recopil* consentimiento* rgpd"),
    (TERM, "dati personali privacy trattamento* raccog* raccolt* consenso titolare"),
    (TERM, "dados pessoais privacidade consentimento* lgpd"),
    (TERM, "gegevens persoonsgegevens privacy* verwerk* toestemming verzamel* informatie"),
    (TERM, "dane danych osobow* prywatno* przetwarza* zgod*"),
    (
        TERM,
        "personuppgift* integritet* behandla* samtycke* personoplysning* oplysninger* privatliv* samtykke* behandling*",
    ),
    (TERM, "personopplysning* opplysninger* personvern* henkilötie* tietosuoja* tietoja* rekister*"),
    (TERM, "osobní* osobných* údaj* soukrom* súkrom* zpracov* spracúv* souhlas* súhlas*"),
    (
        TERM,
        "adatkezel* adatvéd* személyes* adatok* hozzájárul* datelor datele caracter prelucr* confidențial*",
    ),
    (TERM, "персональн* данн* конфиденциальн* обработк* согласи* даних конфіденційн* обробк* згод*"),
    (TERM, "kişisel veri* gizlilik işlen* pribadi privasi data"),
    (COOKIE, "cookie* traceur* rastreador* evästeet*"),
    (
        LEGAL,
        "responsabilité* garantie* litige* contrat* juridiction* résili* remboursement* commande* propriété*",
    ),
    (
        LEGAL,
        "haftung* gewährleistung* vertrag* gerichtsstand* kündig* schadensersatz* lizenz* nutzungsrecht*",
    ),
    (
        LEGAL,
        "responsabilidad* garantía* contrato* jurisdicción* licencia* responsabilità garanzi* contratt* licenza*",
    ),
    (LEGAL, "aansprakelijk* garantie* overeenkomst* licentie* rechtbank*"),
];

/// Words of scripts that put no blanks between words.
const UNSPACED: &str = "個人情報 プライバシー 个人信息 個人資料 隐私 隱私 개인정보 ข้อมูลส่วนบุคคล";

/// How often the words of the three kinds stand in a text.
#[derive(Debug, Default)]
pub(super) struct Terms {
    pub(super) words: usize,
    pub(super) policy: usize,
    pub(super) legal: usize,
    pub(super) cookie: usize,
}

impl Terms {
    pub(super) fn of(blocks: &[Block]) -> Self {
        let lexicon = Lexicon::new(LISTS);
        let mut terms = Self::default();
        for block in blocks.iter().filter(|block| block.kind != BlockKind::Furniture) {
            let folded = fold(&block.text);
            for word in words(&folded) {
                terms.count(lexicon.class_of(word));
            }
            terms.policy +=
                split(UNSPACED, b' ').map(|name| find_all(&folded, name).count() * 3).sum::<usize>();
        }
        terms
    }

    fn count(&mut self, class: u32) {
        self.words += 1;
        self.policy += usize::from(class & TERM != 0);
        self.legal += usize::from(class & LEGAL != 0);
        self.cookie += usize::from(class & COOKIE != 0);
    }

    pub(super) fn rate(&self, count: usize) -> usize {
        count * 1000 / self.words.max(1)
    }
}
