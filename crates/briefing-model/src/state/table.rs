//! Generated from `data/states.csv` by `tests/it/state_table.rs`: change the CSV file, not this one.

use super::StateStatus::{Member, Observer};
use super::{StateRecord, Subregion};

pub(super) static BY_ISO3: [&StateRecord; 195] = [
    &AFG, &AGO, &ALB, &AND, &ARE, &ARG, &ARM, &ATG, &AUS, &AUT, &AZE, &BDI, &BEL, &BEN, &BFA,
    &BGD, &BGR, &BHR, &BHS, &BIH, &BLR, &BLZ, &BOL, &BRA, &BRB, &BRN, &BTN, &BWA, &CAF, &CAN,
    &CHE, &CHL, &CHN, &CIV, &CMR, &COD, &COG, &COL, &COM, &CPV, &CRI, &CUB, &CYP, &CZE, &DEU,
    &DJI, &DMA, &DNK, &DOM, &DZA, &ECU, &EGY, &ERI, &ESP, &EST, &ETH, &FIN, &FJI, &FRA, &FSM,
    &GAB, &GBR, &GEO, &GHA, &GIN, &GMB, &GNB, &GNQ, &GRC, &GRD, &GTM, &GUY, &HND, &HRV, &HTI,
    &HUN, &IDN, &IND, &IRL, &IRN, &IRQ, &ISL, &ISR, &ITA, &JAM, &JOR, &JPN, &KAZ, &KEN, &KGZ,
    &KHM, &KIR, &KNA, &KOR, &KWT, &LAO, &LBN, &LBR, &LBY, &LCA, &LIE, &LKA, &LSO, &LTU, &LUX,
    &LVA, &MAR, &MCO, &MDA, &MDG, &MDV, &MEX, &MHL, &MKD, &MLI, &MLT, &MMR, &MNE, &MNG, &MOZ,
    &MRT, &MUS, &MWI, &MYS, &NAM, &NER, &NGA, &NIC, &NLD, &NOR, &NPL, &NRU, &NZL, &OMN, &PAK,
    &PAN, &PER, &PHL, &PLW, &PNG, &POL, &PRK, &PRT, &PRY, &PSE, &QAT, &ROU, &RUS, &RWA, &SAU,
    &SDN, &SEN, &SGP, &SLB, &SLE, &SLV, &SMR, &SOM, &SRB, &SSD, &STP, &SUR, &SVK, &SVN, &SWE,
    &SWZ, &SYC, &SYR, &TCD, &TGO, &THA, &TJK, &TKM, &TLS, &TON, &TTO, &TUN, &TUR, &TUV, &TZA,
    &UGA, &UKR, &URY, &USA, &UZB, &VAT, &VCT, &VEN, &VNM, &VUT, &WSM, &YEM, &ZAF, &ZMB, &ZWE,
];

pub(super) static BY_ISO2: [&StateRecord; 195] = [
    &AND, &ARE, &AFG, &ATG, &ALB, &ARM, &AGO, &ARG, &AUT, &AUS, &AZE, &BIH, &BRB, &BGD, &BEL,
    &BFA, &BGR, &BHR, &BDI, &BEN, &BRN, &BOL, &BRA, &BHS, &BTN, &BWA, &BLR, &BLZ, &CAN, &COD,
    &CAF, &COG, &CHE, &CIV, &CHL, &CMR, &CHN, &COL, &CRI, &CUB, &CPV, &CYP, &CZE, &DEU, &DJI,
    &DNK, &DMA, &DOM, &DZA, &ECU, &EST, &EGY, &ERI, &ESP, &ETH, &FIN, &FJI, &FSM, &FRA, &GAB,
    &GBR, &GRD, &GEO, &GHA, &GMB, &GIN, &GNQ, &GRC, &GTM, &GNB, &GUY, &HND, &HRV, &HTI, &HUN,
    &IDN, &IRL, &ISR, &IND, &IRQ, &IRN, &ISL, &ITA, &JAM, &JOR, &JPN, &KEN, &KGZ, &KHM, &KIR,
    &COM, &KNA, &PRK, &KOR, &KWT, &KAZ, &LAO, &LBN, &LCA, &LIE, &LKA, &LBR, &LSO, &LTU, &LUX,
    &LVA, &LBY, &MAR, &MCO, &MDA, &MNE, &MDG, &MHL, &MKD, &MLI, &MMR, &MNG, &MRT, &MLT, &MUS,
    &MDV, &MWI, &MEX, &MYS, &MOZ, &NAM, &NER, &NGA, &NIC, &NLD, &NOR, &NPL, &NRU, &NZL, &OMN,
    &PAN, &PER, &PNG, &PHL, &PAK, &POL, &PSE, &PRT, &PLW, &PRY, &QAT, &ROU, &SRB, &RUS, &RWA,
    &SAU, &SLB, &SYC, &SDN, &SWE, &SGP, &SVN, &SVK, &SLE, &SMR, &SEN, &SOM, &SUR, &SSD, &STP,
    &SLV, &SYR, &SWZ, &TCD, &TGO, &THA, &TJK, &TLS, &TKM, &TUN, &TON, &TUR, &TTO, &TUV, &TZA,
    &UKR, &UGA, &USA, &URY, &UZB, &VAT, &VCT, &VEN, &VNM, &VUT, &WSM, &YEM, &ZAF, &ZMB, &ZWE,
];

pub(super) static BY_M49: [&StateRecord; 195] = [
    &AFG, &ALB, &DZA, &AND, &AGO, &ATG, &AZE, &ARG, &AUS, &AUT, &BHS, &BHR, &BGD, &ARM, &BRB,
    &BEL, &BTN, &BOL, &BIH, &BWA, &BRA, &BLZ, &SLB, &BRN, &BGR, &MMR, &BDI, &BLR, &KHM, &CMR,
    &CAN, &CPV, &CAF, &LKA, &TCD, &CHL, &CHN, &COL, &COM, &COG, &COD, &CRI, &HRV, &CUB, &CYP,
    &CZE, &BEN, &DNK, &DMA, &DOM, &ECU, &SLV, &GNQ, &ETH, &ERI, &EST, &FJI, &FIN, &FRA, &DJI,
    &GAB, &GEO, &GMB, &PSE, &DEU, &GHA, &KIR, &GRC, &GRD, &GTM, &GIN, &GUY, &HTI, &VAT, &HND,
    &HUN, &ISL, &IND, &IDN, &IRN, &IRQ, &IRL, &ISR, &ITA, &CIV, &JAM, &JPN, &KAZ, &JOR, &KEN,
    &PRK, &KOR, &KWT, &KGZ, &LAO, &LBN, &LSO, &LVA, &LBR, &LBY, &LIE, &LTU, &LUX, &MDG, &MWI,
    &MYS, &MDV, &MLI, &MLT, &MRT, &MUS, &MEX, &MCO, &MNG, &MDA, &MNE, &MAR, &MOZ, &OMN, &NAM,
    &NRU, &NPL, &NLD, &VUT, &NZL, &NIC, &NER, &NGA, &NOR, &FSM, &MHL, &PLW, &PAK, &PAN, &PNG,
    &PRY, &PER, &PHL, &POL, &PRT, &GNB, &TLS, &QAT, &ROU, &RUS, &RWA, &KNA, &LCA, &VCT, &SMR,
    &STP, &SAU, &SEN, &SRB, &SYC, &SLE, &SGP, &SVK, &VNM, &SVN, &SOM, &ZAF, &ZWE, &ESP, &SSD,
    &SDN, &SUR, &SWZ, &SWE, &CHE, &SYR, &TJK, &THA, &TGO, &TON, &TTO, &ARE, &TUN, &TUR, &TKM,
    &TUV, &UGA, &UKR, &MKD, &EGY, &GBR, &TZA, &USA, &BFA, &URY, &UZB, &VEN, &WSM, &YEM, &ZMB,
];

static AFG: StateRecord = StateRecord {
    iso3: "AFG", iso2: "AF", m49: 4, status: Member, subregion: Subregion::SouthernAsia,
    short: ["أفغانستان", "阿富汗", "Afghanistan", "Afghanistan", "Афганистан", "Afganistán"],
    formal: ["جمهورية أفغانستان الإسلامية", "阿富汗伊斯兰共和国", "the Islamic Republic of Afghanistan", "la République islamique d'Afghanistan", "Исламская Республика Афганистан", "la República Islámica del Afganistán"],
    currencies: &["AFN"],
};

static AGO: StateRecord = StateRecord {
    iso3: "AGO", iso2: "AO", m49: 24, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["أنغولا", "安哥拉", "Angola", "Angola", "Ангола", "Angola"],
    formal: ["جمهورية أنغولا", "安哥拉共和国", "the Republic of Angola", "la République d'Angola", "Республика Ангола", "la República de Angola"],
    currencies: &["AOA"],
};

static ALB: StateRecord = StateRecord {
    iso3: "ALB", iso2: "AL", m49: 8, status: Member, subregion: Subregion::SouthernEurope,
    short: ["ألبانيا", "阿尔巴尼亚", "Albania", "Albanie", "Албания", "Albania"],
    formal: ["جمهورية ألبانيا", "阿尔巴尼亚共和国", "the Republic of Albania", "la République d'Albanie", "Республика Албания", "la República de Albania"],
    currencies: &["ALL"],
};

static AND: StateRecord = StateRecord {
    iso3: "AND", iso2: "AD", m49: 20, status: Member, subregion: Subregion::SouthernEurope,
    short: ["أندورا", "安道尔", "Andorra", "Andorre", "Андорра", "Andorra"],
    formal: ["إمارة أندورا", "安道尔公国", "the Principality of Andorra", "la Principauté d'Andorre", "Княжество Андорра", "el Principado de Andorra"],
    currencies: &["EUR"],
};

static ARE: StateRecord = StateRecord {
    iso3: "ARE", iso2: "AE", m49: 784, status: Member, subregion: Subregion::WesternAsia,
    short: ["الإمارات العربية المتحدة", "阿拉伯联合酋长国", "United Arab Emirates", "Émirats arabes unis", "Объединенные Арабские Эмираты", "Emiratos Árabes Unidos"],
    formal: ["الإمارات العربية المتحدة", "阿拉伯联合酋长国", "the United Arab Emirates", "les Émirats arabes unis", "Объединенные Арабские Эмираты", "los Emiratos Árabes Unidos"],
    currencies: &["AED"],
};

static ARG: StateRecord = StateRecord {
    iso3: "ARG", iso2: "AR", m49: 32, status: Member, subregion: Subregion::LatinAmericaAndTheCaribbean,
    short: ["الأرجنتين", "阿根廷", "Argentina", "Argentine", "Аргентина", "Argentina"],
    formal: ["جمهورية الأرجنتين", "阿根廷共和国", "the Argentine Republic", "la République argentine", "Аргентинская Республика", "la República Argentina"],
    currencies: &["ARS"],
};

static ARM: StateRecord = StateRecord {
    iso3: "ARM", iso2: "AM", m49: 51, status: Member, subregion: Subregion::WesternAsia,
    short: ["أرمينيا", "亚美尼亚", "Armenia", "Arménie", "Армения", "Armenia"],
    formal: ["جمهورية أرمينيا", "亚美尼亚共和国", "the Republic of Armenia", "la République d'Arménie", "Республика Армения", "la República de Armenia"],
    currencies: &["AMD"],
};

static ATG: StateRecord = StateRecord {
    iso3: "ATG", iso2: "AG", m49: 28, status: Member, subregion: Subregion::LatinAmericaAndTheCaribbean,
    short: ["أنتيغوا وبربودا", "安提瓜和巴布达", "Antigua and Barbuda", "Antigua-et-Barbuda", "Антигуа и Барбуда", "Antigua y Barbuda"],
    formal: ["أنتيغوا وبربودا", "安提瓜和巴布达", "Antigua and Barbuda", "Antigua-et-Barbuda", "Антигуа и Барбуда", "Antigua y Barbuda"],
    currencies: &["XCD"],
};

static AUS: StateRecord = StateRecord {
    iso3: "AUS", iso2: "AU", m49: 36, status: Member, subregion: Subregion::AustraliaAndNewZealand,
    short: ["أستراليا", "澳大利亚", "Australia", "Australie", "Австралия", "Australia"],
    formal: ["أستراليا", "澳大利亚", "Australia", "l'Australie", "Австралия", "Australia"],
    currencies: &["AUD"],
};

static AUT: StateRecord = StateRecord {
    iso3: "AUT", iso2: "AT", m49: 40, status: Member, subregion: Subregion::WesternEurope,
    short: ["النمسا", "奥地利", "Austria", "Autriche", "Австрия", "Austria"],
    formal: ["جمهورية النمسا", "奥地利共和国", "the Republic of Austria", "la République d'Autriche", "Австрийская Республика", "la República de Austria"],
    currencies: &["EUR"],
};

static AZE: StateRecord = StateRecord {
    iso3: "AZE", iso2: "AZ", m49: 31, status: Member, subregion: Subregion::WesternAsia,
    short: ["أذربيجان", "阿塞拜疆", "Azerbaijan", "Azerbaïdjan", "Азербайджан", "Azerbaiyán"],
    formal: ["جمهورية أذربيجان", "阿塞拜疆共和国", "the Republic of Azerbaijan", "la République d'Azerbaïdjan", "Азербайджанская Республика", "la República de Azerbaiyán"],
    currencies: &["AZN"],
};

static BDI: StateRecord = StateRecord {
    iso3: "BDI", iso2: "BI", m49: 108, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["بوروندي", "布隆迪", "Burundi", "Burundi", "Бурунди", "Burundi"],
    formal: ["جمهورية بوروندي", "布隆迪共和国", "the Republic of Burundi", "la République du Burundi", "Республика Бурунди", "la República de Burundi"],
    currencies: &["BIF"],
};

static BEL: StateRecord = StateRecord {
    iso3: "BEL", iso2: "BE", m49: 56, status: Member, subregion: Subregion::WesternEurope,
    short: ["بلجيكا", "比利时", "Belgium", "Belgique", "Бельгия", "Bélgica"],
    formal: ["مملكة بلجيكا", "比利时王国", "the Kingdom of Belgium", "le Royaume de Belgique", "Королевство Бельгия", "el Reino de Bélgica"],
    currencies: &["EUR"],
};

static BEN: StateRecord = StateRecord {
    iso3: "BEN", iso2: "BJ", m49: 204, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["بنن", "贝宁", "Benin", "Bénin", "Бенин", "Benin"],
    formal: ["جمهورية بنن", "贝宁共和国", "the Republic of Benin", "la République du Bénin", "Республика Бенин", "la República de Benin"],
    currencies: &["XOF"],
};

static BFA: StateRecord = StateRecord {
    iso3: "BFA", iso2: "BF", m49: 854, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["بوركينا فاسو", "布基纳法索", "Burkina Faso", "Burkina Faso", "Буркина-Фасо", "Burkina Faso"],
    formal: ["بوركينا فاسو", "布基纳法索", "Burkina Faso", "le Burkina Faso", "Буркина-Фасо", "Burkina Faso"],
    currencies: &["XOF"],
};

static BGD: StateRecord = StateRecord {
    iso3: "BGD", iso2: "BD", m49: 50, status: Member, subregion: Subregion::SouthernAsia,
    short: ["بنغلاديش", "孟加拉国", "Bangladesh", "Bangladesh", "Бангладеш", "Bangladesh"],
    formal: ["جمهورية بنغلاديش الشعبية", "孟加拉人民共和国", "the People's Republic of Bangladesh", "la République populaire du Bangladesh", "Народная Республика Бангладеш", "la República Popular de Bangladesh"],
    currencies: &["BDT"],
};

static BGR: StateRecord = StateRecord {
    iso3: "BGR", iso2: "BG", m49: 100, status: Member, subregion: Subregion::EasternEurope,
    short: ["بلغاريا", "保加利亚", "Bulgaria", "Bulgarie", "Болгария", "Bulgaria"],
    formal: ["جمهورية بلغاريا", "保加利亚共和国", "the Republic of Bulgaria", "la République de Bulgarie", "Республика Болгария", "la República de Bulgaria"],
    currencies: &["EUR"],
};

static BHR: StateRecord = StateRecord {
    iso3: "BHR", iso2: "BH", m49: 48, status: Member, subregion: Subregion::WesternAsia,
    short: ["البحرين", "巴林", "Bahrain", "Bahreïn", "Бахрейн", "Bahrein"],
    formal: ["مملكة البحرين", "巴林王国", "the Kingdom of Bahrain", "le Royaume de Bahreïn", "Королевство Бахрейн", "el Reino de Bahrein"],
    currencies: &["BHD"],
};

static BHS: StateRecord = StateRecord {
    iso3: "BHS", iso2: "BS", m49: 44, status: Member, subregion: Subregion::LatinAmericaAndTheCaribbean,
    short: ["جزر البهاما", "巴哈马", "Bahamas", "Bahamas", "Багамские Острова", "Bahamas"],
    formal: ["كمنولث جزر البهاما", "巴哈马国", "the Commonwealth of the Bahamas", "le Commonwealth des Bahamas", "Содружество Багамских Островов", "el Commonwealth de las Bahamas"],
    currencies: &["BSD"],
};

static BIH: StateRecord = StateRecord {
    iso3: "BIH", iso2: "BA", m49: 70, status: Member, subregion: Subregion::SouthernEurope,
    short: ["البوسنة والهرسك", "波斯尼亚和黑塞哥维那", "Bosnia and Herzegovina", "Bosnie-Herzégovine", "Босния и Герцеговина", "Bosnia y Herzegovina"],
    formal: ["البوسنة والهرسك", "波斯尼亚和黑塞哥维那", "Bosnia and Herzegovina", "la Bosnie-Herzégovine", "Босния и Герцеговина", "Bosnia y Herzegovina"],
    currencies: &["BAM"],
};

static BLR: StateRecord = StateRecord {
    iso3: "BLR", iso2: "BY", m49: 112, status: Member, subregion: Subregion::EasternEurope,
    short: ["بيلاروس", "白俄罗斯", "Belarus", "Bélarus", "Беларусь", "Belarús"],
    formal: ["جمهورية بيلاروس", "白俄罗斯共和国", "the Republic of Belarus", "la République du Bélarus", "Республика Беларусь", "la República de Belarús"],
    currencies: &["BYN"],
};

static BLZ: StateRecord = StateRecord {
    iso3: "BLZ", iso2: "BZ", m49: 84, status: Member, subregion: Subregion::LatinAmericaAndTheCaribbean,
    short: ["بليز", "伯利兹", "Belize", "Belize", "Белиз", "Belice"],
    formal: ["بليز", "伯利兹", "Belize", "le Belize", "Белиз", "Belice"],
    currencies: &["BZD"],
};

static BOL: StateRecord = StateRecord {
    iso3: "BOL", iso2: "BO", m49: 68, status: Member, subregion: Subregion::LatinAmericaAndTheCaribbean,
    short: ["بوليفيا (دولة - المتعددة القوميات)", "多民族玻利维亚国", "Bolivia (Plurinational State of)", "Bolivie (État plurinational de)", "Боливия (Многонациональное Государство)", "Bolivia (Estado Plurinacional de)"],
    formal: ["دولة بوليفيا المتعددة القوميات", "多民族玻利维亚国", "the Plurinational State of Bolivia", "l'État plurinational de Bolivie", "Многонациональное Государство Боливия", "el Estado Plurinacional de Bolivia"],
    currencies: &["BOB"],
};

static BRA: StateRecord = StateRecord {
    iso3: "BRA", iso2: "BR", m49: 76, status: Member, subregion: Subregion::LatinAmericaAndTheCaribbean,
    short: ["البرازيل", "巴西", "Brazil", "Brésil", "Бразилия", "Brasil"],
    formal: ["جمهورية البرازيل الاتحادية", "巴西联邦共和国", "the Federative Republic of Brazil", "la République fédérative du Brésil", "Федеративная Республика Бразилия", "la República Federativa del Brasil"],
    currencies: &["BRL"],
};

static BRB: StateRecord = StateRecord {
    iso3: "BRB", iso2: "BB", m49: 52, status: Member, subregion: Subregion::LatinAmericaAndTheCaribbean,
    short: ["بربادوس", "巴巴多斯", "Barbados", "Barbade", "Барбадос", "Barbados"],
    formal: ["بربادوس", "巴巴多斯", "Barbados", "la Barbade", "Барбадос", "Barbados"],
    currencies: &["BBD"],
};

static BRN: StateRecord = StateRecord {
    iso3: "BRN", iso2: "BN", m49: 96, status: Member, subregion: Subregion::SouthEasternAsia,
    short: ["بروني دار السلام", "文莱达鲁萨兰国", "Brunei Darussalam", "Brunéi Darussalam", "Бруней-Даруссалам", "Brunei Darussalam"],
    formal: ["بروني دار السلام", "文莱达鲁萨兰国", "Brunei Darussalam", "le Brunéi Darussalam", "Бруней-Даруссалам", "Brunei Darussalam"],
    currencies: &["BND"],
};

static BTN: StateRecord = StateRecord {
    iso3: "BTN", iso2: "BT", m49: 64, status: Member, subregion: Subregion::SouthernAsia,
    short: ["بوتان", "不丹", "Bhutan", "Bhoutan", "Бутан", "Bhután"],
    formal: ["مملكة بوتان", "不丹王国", "the Kingdom of Bhutan", "le Royaume du Bhoutan", "Королевство Бутан", "el Reino de Bhután"],
    currencies: &["INR", "BTN"],
};

static BWA: StateRecord = StateRecord {
    iso3: "BWA", iso2: "BW", m49: 72, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["بوتسوانا", "博茨瓦纳", "Botswana", "Botswana", "Ботсвана", "Botswana"],
    formal: ["جمهورية بوتسوانا", "博茨瓦纳共和国", "the Republic of Botswana", "la République du Botswana", "Республика Ботсвана", "la República de Botswana"],
    currencies: &["BWP"],
};

static CAF: StateRecord = StateRecord {
    iso3: "CAF", iso2: "CF", m49: 140, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["جمهورية أفريقيا الوسطى", "中非共和国", "Central African Republic", "République centrafricaine", "Центральноафриканская Республика", "República Centroafricana"],
    formal: ["جمهورية أفريقيا الوسطى", "中非共和国", "the Central African Republic", "la République centrafricaine", "Центральноафриканская Республика", "la República Centroafricana"],
    currencies: &["XAF"],
};

static CAN: StateRecord = StateRecord {
    iso3: "CAN", iso2: "CA", m49: 124, status: Member, subregion: Subregion::NorthernAmerica,
    short: ["كندا", "加拿大", "Canada", "Canada", "Канада", "Canadá"],
    formal: ["كندا", "加拿大", "Canada", "le Canada", "Канада", "el Canadá"],
    currencies: &["CAD"],
};

static CHE: StateRecord = StateRecord {
    iso3: "CHE", iso2: "CH", m49: 756, status: Member, subregion: Subregion::WesternEurope,
    short: ["سويسرا", "瑞士", "Switzerland", "Suisse", "Швейцария", "Suiza"],
    formal: ["الاتحاد السويسري", "瑞士联邦", "the Swiss Confederation", "la Confédération suisse", "Швейцарская Конфедерация", "la Confederación Suiza"],
    currencies: &["CHF"],
};

static CHL: StateRecord = StateRecord {
    iso3: "CHL", iso2: "CL", m49: 152, status: Member, subregion: Subregion::LatinAmericaAndTheCaribbean,
    short: ["شيلي", "智利", "Chile", "Chili", "Чили", "Chile"],
    formal: ["جمهورية شيلي", "智利共和国", "the Republic of Chile", "la République du Chili", "Республика Чили", "la República de Chile"],
    currencies: &["CLP"],
};

static CHN: StateRecord = StateRecord {
    iso3: "CHN", iso2: "CN", m49: 156, status: Member, subregion: Subregion::EasternAsia,
    short: ["الصين", "中国", "China", "Chine", "Китай", "China"],
    formal: ["جمهورية الصين الشعبية", "中华人民共和国", "the People's Republic of China", "la République populaire de Chine", "Китайская Народная Республика", "la República Popular China"],
    currencies: &["CNY"],
};

static CIV: StateRecord = StateRecord {
    iso3: "CIV", iso2: "CI", m49: 384, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["كوت ديفوار", "科特迪瓦", "Côte d'Ivoire", "Côte d'Ivoire", "Кот-д'Ивуар", "Côte d'Ivoire"],
    formal: ["جمهورية كوت ديفوار", "科特迪瓦共和国", "the Republic of Côte d'Ivoire", "la République de Côte d'Ivoire", "Республика Кот-д'Ивуар", "la República de Côte d'Ivoire"],
    currencies: &["XOF"],
};

static CMR: StateRecord = StateRecord {
    iso3: "CMR", iso2: "CM", m49: 120, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["الكاميرون", "喀麦隆", "Cameroon", "Cameroun", "Камерун", "Camerún"],
    formal: ["جمهورية الكاميرون", "喀麦隆共和国", "the Republic of Cameroon", "la République du Cameroun", "Республика Камерун", "la República del Camerún"],
    currencies: &["XAF"],
};

static COD: StateRecord = StateRecord {
    iso3: "COD", iso2: "CD", m49: 180, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["جمهورية الكونغو الديمقراطية", "刚果民主共和国", "Democratic Republic of the Congo", "République démocratique du Congo", "Демократическая Республика Конго", "República Democrática del Congo"],
    formal: ["جمهورية الكونغو الديمقراطية", "刚果民主共和国", "the Democratic Republic of the Congo", "la République démocratique du Congo", "Демократическая Республика Конго", "la República Democrática del Congo"],
    currencies: &["CDF"],
};

static COG: StateRecord = StateRecord {
    iso3: "COG", iso2: "CG", m49: 178, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["الكونغو", "刚果", "Congo", "Congo", "Конго", "Congo"],
    formal: ["جمهورية الكونغو", "刚果共和国", "the Republic of the Congo", "la République du Congo", "Республика Конго", "la República del Congo"],
    currencies: &["XAF"],
};

static COL: StateRecord = StateRecord {
    iso3: "COL", iso2: "CO", m49: 170, status: Member, subregion: Subregion::LatinAmericaAndTheCaribbean,
    short: ["كولومبيا", "哥伦比亚", "Colombia", "Colombie", "Колумбия", "Colombia"],
    formal: ["جمهورية كولومبيا", "哥伦比亚共和国", "the Republic of Colombia", "la République de Colombie", "Республика Колумбия", "la República de Colombia"],
    currencies: &["COP"],
};

static COM: StateRecord = StateRecord {
    iso3: "COM", iso2: "KM", m49: 174, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["جزر القمر", "科摩罗", "Comoros", "Comores", "Коморские Острова", "Comoras"],
    formal: ["اتحاد جزر القمر", "科摩罗联盟", "the Union of the Comoros", "l'Union des Comores", "Союз Коморских Островов", "la Unión de las Comoras"],
    currencies: &["KMF"],
};

static CPV: StateRecord = StateRecord {
    iso3: "CPV", iso2: "CV", m49: 132, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["كابو فيردي", "佛得角", "Cabo Verde", "Cabo Verde", "Кабо-Верде", "Cabo Verde"],
    formal: ["جمهورية كابو فيردي", "佛得角共和国", "the Republic of Cabo Verde", "la République de Cabo Verde", "Республика Кабо-Верде", "la República de Cabo Verde"],
    currencies: &["CVE"],
};

static CRI: StateRecord = StateRecord {
    iso3: "CRI", iso2: "CR", m49: 188, status: Member, subregion: Subregion::LatinAmericaAndTheCaribbean,
    short: ["كوستاريكا", "哥斯达黎加", "Costa Rica", "Costa Rica", "Коста-Рика", "Costa Rica"],
    formal: ["جمهورية كوستاريكا", "哥斯达黎加共和国", "the Republic of Costa Rica", "la République du Costa Rica", "Республика Коста-Рика", "la República de Costa Rica"],
    currencies: &["CRC"],
};

static CUB: StateRecord = StateRecord {
    iso3: "CUB", iso2: "CU", m49: 192, status: Member, subregion: Subregion::LatinAmericaAndTheCaribbean,
    short: ["كوبا", "古巴", "Cuba", "Cuba", "Куба", "Cuba"],
    formal: ["جمهورية كوبا", "古巴共和国", "the Republic of Cuba", "la République de Cuba", "Республика Куба", "la República de Cuba"],
    currencies: &["CUP"],
};

static CYP: StateRecord = StateRecord {
    iso3: "CYP", iso2: "CY", m49: 196, status: Member, subregion: Subregion::WesternAsia,
    short: ["قبرص", "塞浦路斯", "Cyprus", "Chypre", "Кипр", "Chipre"],
    formal: ["جمهورية قبرص", "塞浦路斯共和国", "the Republic of Cyprus", "la République de Chypre", "Республика Кипр", "la República de Chipre"],
    currencies: &["EUR"],
};

static CZE: StateRecord = StateRecord {
    iso3: "CZE", iso2: "CZ", m49: 203, status: Member, subregion: Subregion::EasternEurope,
    short: ["تشيكيا", "捷克", "Czechia", "Tchéquie", "Чехия", "Chequia"],
    formal: ["الجمهورية التشيكية", "捷克共和国", "the Czech Republic", "la République tchèque", "Чешская Республика", "la República Checa"],
    currencies: &["CZK"],
};

static DEU: StateRecord = StateRecord {
    iso3: "DEU", iso2: "DE", m49: 276, status: Member, subregion: Subregion::WesternEurope,
    short: ["ألمانيا", "德国", "Germany", "Allemagne", "Германия", "Alemania"],
    formal: ["جمهورية ألمانيا الاتحادية", "德意志联邦共和国", "the Federal Republic of Germany", "la République fédérale d'Allemagne", "Федеративная Республика Германия", "la República Federal de Alemania"],
    currencies: &["EUR"],
};

static DJI: StateRecord = StateRecord {
    iso3: "DJI", iso2: "DJ", m49: 262, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["جيبوتي", "吉布提", "Djibouti", "Djibouti", "Джибути", "Djibouti"],
    formal: ["جمهورية جيبوتي", "吉布提共和国", "the Republic of Djibouti", "la République de Djibouti", "Республика Джибути", "la República de Djibouti"],
    currencies: &["DJF"],
};

static DMA: StateRecord = StateRecord {
    iso3: "DMA", iso2: "DM", m49: 212, status: Member, subregion: Subregion::LatinAmericaAndTheCaribbean,
    short: ["دومينيكا", "多米尼克", "Dominica", "Dominique", "Доминика", "Dominica"],
    formal: ["كمنولث دومينيكا", "多米尼克国", "the Commonwealth of Dominica", "le Commonwealth de Dominique", "Содружество Доминики", "el Commonwealth de Dominica"],
    currencies: &["XCD"],
};

static DNK: StateRecord = StateRecord {
    iso3: "DNK", iso2: "DK", m49: 208, status: Member, subregion: Subregion::NorthernEurope,
    short: ["الدانمرك", "丹麦", "Denmark", "Danemark", "Дания", "Dinamarca"],
    formal: ["مملكة الدانمرك", "丹麦王国", "the Kingdom of Denmark", "le Royaume du Danemark", "Королевство Дания", "el Reino de Dinamarca"],
    currencies: &["DKK"],
};

static DOM: StateRecord = StateRecord {
    iso3: "DOM", iso2: "DO", m49: 214, status: Member, subregion: Subregion::LatinAmericaAndTheCaribbean,
    short: ["الجمهورية الدومينيكية", "多米尼加", "Dominican Republic", "République dominicaine", "Доминиканская Республика", "República Dominicana"],
    formal: ["الجمهورية الدومينيكية", "多米尼加共和国", "the Dominican Republic", "la République dominicaine", "Доминиканская Республика", "la República Dominicana"],
    currencies: &["DOP"],
};

static DZA: StateRecord = StateRecord {
    iso3: "DZA", iso2: "DZ", m49: 12, status: Member, subregion: Subregion::NorthernAfrica,
    short: ["الجزائر", "阿尔及利亚", "Algeria", "Algérie", "Алжир", "Argelia"],
    formal: ["الجمهورية الجزائرية الديمقراطية الشعبية", "阿尔及利亚民主人民共和国", "the People's Democratic Republic of Algeria", "la République algérienne démocratique et populaire", "Алжирская Народная Демократическая Республика", "la República Argelina Democrática y Popular"],
    currencies: &["DZD"],
};

static ECU: StateRecord = StateRecord {
    iso3: "ECU", iso2: "EC", m49: 218, status: Member, subregion: Subregion::LatinAmericaAndTheCaribbean,
    short: ["إكوادور", "厄瓜多尔", "Ecuador", "Équateur", "Эквадор", "Ecuador"],
    formal: ["جمهورية إكوادور", "厄瓜多尔共和国", "the Republic of Ecuador", "la République de l'Équateur", "Республика Эквадор", "la República del Ecuador"],
    currencies: &["USD"],
};

static EGY: StateRecord = StateRecord {
    iso3: "EGY", iso2: "EG", m49: 818, status: Member, subregion: Subregion::NorthernAfrica,
    short: ["مصر", "埃及", "Egypt", "Égypte", "Египет", "Egipto"],
    formal: ["جمهورية مصر العربية", "阿拉伯埃及共和国", "the Arab Republic of Egypt", "la République arabe d'Égypte", "Арабская Республика Египет", "la República Árabe de Egipto"],
    currencies: &["EGP"],
};

static ERI: StateRecord = StateRecord {
    iso3: "ERI", iso2: "ER", m49: 232, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["إريتريا", "厄立特里亚", "Eritrea", "Érythrée", "Эритрея", "Eritrea"],
    formal: ["دولة إريتريا", "厄立特里亚国", "the State of Eritrea", "l'État d'Érythrée", "Государство Эритрея", "el Estado de Eritrea"],
    currencies: &["ERN"],
};

static ESP: StateRecord = StateRecord {
    iso3: "ESP", iso2: "ES", m49: 724, status: Member, subregion: Subregion::SouthernEurope,
    short: ["إسبانيا", "西班牙", "Spain", "Espagne", "Испания", "España"],
    formal: ["مملكة إسبانيا", "西班牙王国", "the Kingdom of Spain", "le Royaume d'Espagne", "Королевство Испания", "el Reino de España"],
    currencies: &["EUR"],
};

static EST: StateRecord = StateRecord {
    iso3: "EST", iso2: "EE", m49: 233, status: Member, subregion: Subregion::NorthernEurope,
    short: ["إستونيا", "爱沙尼亚", "Estonia", "Estonie", "Эстония", "Estonia"],
    formal: ["جمهورية إستونيا", "爱沙尼亚共和国", "the Republic of Estonia", "la République d'Estonie", "Эстонская Республика", "la República de Estonia"],
    currencies: &["EUR"],
};

static ETH: StateRecord = StateRecord {
    iso3: "ETH", iso2: "ET", m49: 231, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["إثيوبيا", "埃塞俄比亚", "Ethiopia", "Éthiopie", "Эфиопия", "Etiopía"],
    formal: ["جمهورية إثيوبيا الديمقراطية الاتحادية", "埃塞俄比亚联邦民主共和国", "the Federal Democratic Republic of Ethiopia", "la République fédérale démocratique d'Éthiopie", "Федеративная Демократическая Республика Эфиопия", "la República Democrática Federal de Etiopía"],
    currencies: &["ETB"],
};

static FIN: StateRecord = StateRecord {
    iso3: "FIN", iso2: "FI", m49: 246, status: Member, subregion: Subregion::NorthernEurope,
    short: ["فنلندا", "芬兰", "Finland", "Finlande", "Финляндия", "Finlandia"],
    formal: ["جمهورية فنلندا", "芬兰共和国", "the Republic of Finland", "la République de Finlande", "Финляндская Республика", "la República de Finlandia"],
    currencies: &["EUR"],
};

static FJI: StateRecord = StateRecord {
    iso3: "FJI", iso2: "FJ", m49: 242, status: Member, subregion: Subregion::Melanesia,
    short: ["فيجي", "斐济", "Fiji", "Fidji", "Фиджи", "Fiji"],
    formal: ["جمهورية فيجي", "斐济共和国", "the Republic of Fiji", "la République des Fidji", "Республика Фиджи", "la República de Fiji"],
    currencies: &["FJD"],
};

static FRA: StateRecord = StateRecord {
    iso3: "FRA", iso2: "FR", m49: 250, status: Member, subregion: Subregion::WesternEurope,
    short: ["فرنسا", "法国", "France", "France", "Франция", "Francia"],
    formal: ["الجمهورية الفرنسية", "法兰西共和国", "the French Republic", "la République française", "Французская Республика", "la República Francesa"],
    currencies: &["EUR"],
};

static FSM: StateRecord = StateRecord {
    iso3: "FSM", iso2: "FM", m49: 583, status: Member, subregion: Subregion::Micronesia,
    short: ["ميكرونيزيا (ولايات - الموحدة)", "密克罗尼西亚联邦", "Micronesia (Federated States of)", "Micronésie (États fédérés de)", "Микронезия (Федеративные Штаты)", "Micronesia (Estados Federados de)"],
    formal: ["ولايات ميكرونيزيا الموحدة", "密克罗尼西亚联邦", "the Federated States of Micronesia", "les États fédérés de Micronésie", "Федеративные Штаты Микронезии", "los Estados Federados de Micronesia"],
    currencies: &["USD"],
};

static GAB: StateRecord = StateRecord {
    iso3: "GAB", iso2: "GA", m49: 266, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["غابون", "加蓬", "Gabon", "Gabon", "Габон", "Gabón"],
    formal: ["جمهورية الغابون", "加蓬共和国", "the Gabonese Republic", "la République gabonaise", "Габонская Республика", "la República Gabonesa"],
    currencies: &["XAF"],
};

static GBR: StateRecord = StateRecord {
    iso3: "GBR", iso2: "GB", m49: 826, status: Member, subregion: Subregion::NorthernEurope,
    short: ["المملكة المتحدة لبريطانيا العظمى وآيرلندا الشمالية", "大不列颠及北爱尔兰联合王国", "United Kingdom of Great Britain and Northern Ireland", "Royaume-Uni de Grande-Bretagne et d'Irlande du Nord", "Соединенное Королевство Великобритании и Северной Ирландии", "Reino Unido de Gran Bretaña e Irlanda del Norte"],
    formal: ["المملكة المتحدة لبريطانيا العظمى وأيرلندا الشمالية", "大不列颠及北爱尔兰联合王国", "the United Kingdom of Great Britain and Northern Ireland", "le Royaume-Uni de Grande-Bretagne et d'Irlande du Nord", "Соединенное Королевство Великобритании и Северной Ирландии", "el Reino Unido de Gran Bretaña e Irlanda del Norte"],
    currencies: &["GBP"],
};

static GEO: StateRecord = StateRecord {
    iso3: "GEO", iso2: "GE", m49: 268, status: Member, subregion: Subregion::WesternAsia,
    short: ["جورجيا", "格鲁吉亚", "Georgia", "Géorgie", "Грузия", "Georgia"],
    formal: ["جورجيا", "格鲁吉亚", "Georgia", "la Géorgie", "Грузия", "Georgia"],
    currencies: &["GEL"],
};

static GHA: StateRecord = StateRecord {
    iso3: "GHA", iso2: "GH", m49: 288, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["غانا", "加纳", "Ghana", "Ghana", "Гана", "Ghana"],
    formal: ["جمهورية غانا", "加纳共和国", "the Republic of Ghana", "la République du Ghana", "Республика Гана", "la República de Ghana"],
    currencies: &["GHS"],
};

static GIN: StateRecord = StateRecord {
    iso3: "GIN", iso2: "GN", m49: 324, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["غينيا", "几内亚", "Guinea", "Guinée", "Гвинея", "Guinea"],
    formal: ["جمهورية غينيا", "几内亚共和国", "the Republic of Guinea", "la République de Guinée", "Гвинейская Республика", "la República de Guinea"],
    currencies: &["GNF"],
};

static GMB: StateRecord = StateRecord {
    iso3: "GMB", iso2: "GM", m49: 270, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["غامبيا", "冈比亚", "Gambia", "Gambie", "Гамбия", "Gambia"],
    formal: ["جمهورية غامبيا", "冈比亚共和国", "the Republic of the Gambia", "la République de Gambie", "Республика Гамбия", "la República de Gambia"],
    currencies: &["GMD"],
};

static GNB: StateRecord = StateRecord {
    iso3: "GNB", iso2: "GW", m49: 624, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["غينيا - بيساو", "几内亚比绍", "Guinea-Bissau", "Guinée-Bissau", "Гвинея-Бисау", "Guinea-Bissau"],
    formal: ["جمهورية غينيا - بيساو", "几内亚比绍共和国", "the Republic of Guinea-Bissau", "la République de Guinée-Bissau", "Республика Гвинея-Бисау", "la República de Guinea-Bissau"],
    currencies: &["XOF"],
};

static GNQ: StateRecord = StateRecord {
    iso3: "GNQ", iso2: "GQ", m49: 226, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["غينيا الاستوائية", "赤道几内亚", "Equatorial Guinea", "Guinée équatoriale", "Экваториальная Гвинея", "Guinea Ecuatorial"],
    formal: ["جمهورية غينيا الاستوائية", "赤道几内亚共和国", "the Republic of Equatorial Guinea", "la République de Guinée équatoriale", "Республика Экваториальная Гвинея", "la República de Guinea Ecuatorial"],
    currencies: &["XAF"],
};

static GRC: StateRecord = StateRecord {
    iso3: "GRC", iso2: "GR", m49: 300, status: Member, subregion: Subregion::SouthernEurope,
    short: ["اليونان", "希腊", "Greece", "Grèce", "Греция", "Grecia"],
    formal: ["الجمهورية الهيلينية", "希腊共和国", "the Hellenic Republic", "la République hellénique", "Греческая Республика", "la República Helénica"],
    currencies: &["EUR"],
};

static GRD: StateRecord = StateRecord {
    iso3: "GRD", iso2: "GD", m49: 308, status: Member, subregion: Subregion::LatinAmericaAndTheCaribbean,
    short: ["غرينادا", "格林纳达", "Grenada", "Grenade", "Гренада", "Granada"],
    formal: ["غرينادا", "格林纳达", "Grenada", "la Grenade", "Гренада", "Granada"],
    currencies: &["XCD"],
};

static GTM: StateRecord = StateRecord {
    iso3: "GTM", iso2: "GT", m49: 320, status: Member, subregion: Subregion::LatinAmericaAndTheCaribbean,
    short: ["غواتيمالا", "危地马拉", "Guatemala", "Guatemala", "Гватемала", "Guatemala"],
    formal: ["جمهورية غواتيمالا", "危地马拉共和国", "the Republic of Guatemala", "la République du Guatemala", "Республика Гватемала", "la República de Guatemala"],
    currencies: &["GTQ"],
};

static GUY: StateRecord = StateRecord {
    iso3: "GUY", iso2: "GY", m49: 328, status: Member, subregion: Subregion::LatinAmericaAndTheCaribbean,
    short: ["غيانا", "圭亚那", "Guyana", "Guyana", "Гайана", "Guyana"],
    formal: ["جمهورية غيانا التعاونية", "圭亚那合作共和国", "the Co-operative Republic of Guyana", "la République coopérative du Guyana", "Кооперативная Республика Гайана", "la República Cooperativa de Guyana"],
    currencies: &["GYD"],
};

static HND: StateRecord = StateRecord {
    iso3: "HND", iso2: "HN", m49: 340, status: Member, subregion: Subregion::LatinAmericaAndTheCaribbean,
    short: ["هندوراس", "洪都拉斯", "Honduras", "Honduras", "Гондурас", "Honduras"],
    formal: ["جمهورية هندوراس", "洪都拉斯共和国", "the Republic of Honduras", "la République du Honduras", "Республика Гондурас", "la República de Honduras"],
    currencies: &["HNL"],
};

static HRV: StateRecord = StateRecord {
    iso3: "HRV", iso2: "HR", m49: 191, status: Member, subregion: Subregion::SouthernEurope,
    short: ["كرواتيا", "克罗地亚", "Croatia", "Croatie", "Хорватия", "Croacia"],
    formal: ["جمهورية كرواتيا", "克罗地亚共和国", "the Republic of Croatia", "la République de Croatie", "Республика Хорватия", "la República de Croacia"],
    currencies: &["EUR"],
};

static HTI: StateRecord = StateRecord {
    iso3: "HTI", iso2: "HT", m49: 332, status: Member, subregion: Subregion::LatinAmericaAndTheCaribbean,
    short: ["هايتي", "海地", "Haiti", "Haïti", "Гаити", "Haití"],
    formal: ["جمهورية هايتي", "海地共和国", "the Republic of Haiti", "la République d'Haïti", "Республика Гаити", "la República de Haití"],
    currencies: &["HTG", "USD"],
};

static HUN: StateRecord = StateRecord {
    iso3: "HUN", iso2: "HU", m49: 348, status: Member, subregion: Subregion::EasternEurope,
    short: ["هنغاريا", "匈牙利", "Hungary", "Hongrie", "Венгрия", "Hungría"],
    formal: ["هنغاريا", "匈牙利", "Hungary", "la Hongrie", "Венгрия", "Hungría"],
    currencies: &["HUF"],
};

static IDN: StateRecord = StateRecord {
    iso3: "IDN", iso2: "ID", m49: 360, status: Member, subregion: Subregion::SouthEasternAsia,
    short: ["إندونيسيا", "印度尼西亚", "Indonesia", "Indonésie", "Индонезия", "Indonesia"],
    formal: ["جمهورية إندونيسيا", "印度尼西亚共和国", "the Republic of Indonesia", "la République d'Indonésie", "Республика Индонезия", "la República de Indonesia"],
    currencies: &["IDR"],
};

static IND: StateRecord = StateRecord {
    iso3: "IND", iso2: "IN", m49: 356, status: Member, subregion: Subregion::SouthernAsia,
    short: ["الهند", "印度", "India", "Inde", "Индия", "India"],
    formal: ["جمهورية الهند", "印度共和国", "the Republic of India", "la République de l'Inde", "Республика Индия", "la República de la India"],
    currencies: &["INR"],
};

static IRL: StateRecord = StateRecord {
    iso3: "IRL", iso2: "IE", m49: 372, status: Member, subregion: Subregion::NorthernEurope,
    short: ["آيرلندا", "爱尔兰", "Ireland", "Irlande", "Ирландия", "Irlanda"],
    formal: ["أيرلندا", "爱尔兰", "Ireland", "l'Irlande", "Ирландия", "Irlanda"],
    currencies: &["EUR"],
};

static IRN: StateRecord = StateRecord {
    iso3: "IRN", iso2: "IR", m49: 364, status: Member, subregion: Subregion::SouthernAsia,
    short: ["إيران (جمهورية - الإسلامية)", "伊朗伊斯兰共和国", "Iran (Islamic Republic of)", "Iran (République islamique d')", "Иран (Исламская Республика)", "Irán (República Islámica del)"],
    formal: ["جمهورية إيران الإسلامية", "伊朗伊斯兰共和国", "the Islamic Republic of Iran", "la République islamique d'Iran", "Исламская Республика Иран", "la República Islámica del Irán"],
    currencies: &["IRR"],
};

static IRQ: StateRecord = StateRecord {
    iso3: "IRQ", iso2: "IQ", m49: 368, status: Member, subregion: Subregion::WesternAsia,
    short: ["العراق", "伊拉克", "Iraq", "Iraq", "Ирак", "Iraq"],
    formal: ["جمهورية العراق", "伊拉克共和国", "the Republic of Iraq", "la République d'Iraq", "Республика Ирак", "la República del Iraq"],
    currencies: &["IQD"],
};

static ISL: StateRecord = StateRecord {
    iso3: "ISL", iso2: "IS", m49: 352, status: Member, subregion: Subregion::NorthernEurope,
    short: ["آيسلندا", "冰岛", "Iceland", "Islande", "Исландия", "Islandia"],
    formal: ["جمهورية آيسلندا", "冰岛共和国", "the Republic of Iceland", "la République d'Islande", "Республика Исландия", "la República de Islandia"],
    currencies: &["ISK"],
};

static ISR: StateRecord = StateRecord {
    iso3: "ISR", iso2: "IL", m49: 376, status: Member, subregion: Subregion::WesternAsia,
    short: ["إسرائيل", "以色列", "Israel", "Israël", "Израиль", "Israel"],
    formal: ["دولة إسرائيل", "以色列国", "the State of Israel", "l'État d'Israël", "Государство Израиль", "el Estado de Israel"],
    currencies: &["ILS"],
};

static ITA: StateRecord = StateRecord {
    iso3: "ITA", iso2: "IT", m49: 380, status: Member, subregion: Subregion::SouthernEurope,
    short: ["إيطاليا", "意大利", "Italy", "Italie", "Италия", "Italia"],
    formal: ["جمهورية إيطاليا", "意大利共和国", "the Republic of Italy", "la République italienne", "Итальянская Республика", "la República Italiana"],
    currencies: &["EUR"],
};

static JAM: StateRecord = StateRecord {
    iso3: "JAM", iso2: "JM", m49: 388, status: Member, subregion: Subregion::LatinAmericaAndTheCaribbean,
    short: ["جامايكا", "牙买加", "Jamaica", "Jamaïque", "Ямайка", "Jamaica"],
    formal: ["جامايكا", "牙买加", "Jamaica", "la Jamaïque", "Ямайка", "Jamaica"],
    currencies: &["JMD"],
};

static JOR: StateRecord = StateRecord {
    iso3: "JOR", iso2: "JO", m49: 400, status: Member, subregion: Subregion::WesternAsia,
    short: ["الأردن", "约旦", "Jordan", "Jordanie", "Иордания", "Jordania"],
    formal: ["المملكة الأردنية الهاشمية", "约旦哈希姆王国", "the Hashemite Kingdom of Jordan", "le Royaume hachémite de Jordanie", "Иорданское Хашимитское Королевство", "el Reino Hachemita de Jordania"],
    currencies: &["JOD"],
};

static JPN: StateRecord = StateRecord {
    iso3: "JPN", iso2: "JP", m49: 392, status: Member, subregion: Subregion::EasternAsia,
    short: ["اليابان", "日本", "Japan", "Japon", "Япония", "Japón"],
    formal: ["اليابان", "日本国", "Japan", "le Japon", "Япония", "el Japón"],
    currencies: &["JPY"],
};

static KAZ: StateRecord = StateRecord {
    iso3: "KAZ", iso2: "KZ", m49: 398, status: Member, subregion: Subregion::CentralAsia,
    short: ["كازاخستان", "哈萨克斯坦", "Kazakhstan", "Kazakhstan", "Казахстан", "Kazajstán"],
    formal: ["جمهورية كازاخستان", "哈萨克斯坦共和国", "the Republic of Kazakhstan", "la République du Kazakhstan", "Республика Казахстан", "la República de Kazajstán"],
    currencies: &["KZT"],
};

static KEN: StateRecord = StateRecord {
    iso3: "KEN", iso2: "KE", m49: 404, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["كينيا", "肯尼亚", "Kenya", "Kenya", "Кения", "Kenya"],
    formal: ["جمهورية كينيا", "肯尼亚共和国", "the Republic of Kenya", "la République du Kenya", "Республика Кения", "la República de Kenya"],
    currencies: &["KES"],
};

static KGZ: StateRecord = StateRecord {
    iso3: "KGZ", iso2: "KG", m49: 417, status: Member, subregion: Subregion::CentralAsia,
    short: ["قيرغيزستان", "吉尔吉斯斯坦", "Kyrgyzstan", "Kirghizistan", "Кыргызстан", "Kirguistán"],
    formal: ["جمهورية قيرغيزستان", "吉尔吉斯共和国", "the Kyrgyz Republic", "la République kirghize", "Кыргызская Республика", "la República Kirguisa"],
    currencies: &["KGS"],
};

static KHM: StateRecord = StateRecord {
    iso3: "KHM", iso2: "KH", m49: 116, status: Member, subregion: Subregion::SouthEasternAsia,
    short: ["كمبوديا", "柬埔寨", "Cambodia", "Cambodge", "Камбоджа", "Camboya"],
    formal: ["مملكة كمبوديا", "柬埔寨王国", "the Kingdom of Cambodia", "le Royaume du Cambodge", "Королевство Камбоджа", "el Reino de Camboya"],
    currencies: &["KHR"],
};

static KIR: StateRecord = StateRecord {
    iso3: "KIR", iso2: "KI", m49: 296, status: Member, subregion: Subregion::Micronesia,
    short: ["كيريباس", "基里巴斯", "Kiribati", "Kiribati", "Кирибати", "Kiribati"],
    formal: ["جمهورية كيريباس", "基里巴斯共和国", "the Republic of Kiribati", "la République de Kiribati", "Республика Кирибати", "la República de Kiribati"],
    currencies: &["AUD"],
};

static KNA: StateRecord = StateRecord {
    iso3: "KNA", iso2: "KN", m49: 659, status: Member, subregion: Subregion::LatinAmericaAndTheCaribbean,
    short: ["سانت كيتس ونيفس", "圣基茨和尼维斯", "Saint Kitts and Nevis", "Saint-Kitts-et-Nevis", "Сент-Китс и Невис", "Saint Kitts y Nevis"],
    formal: ["سانت كيتس ونيفس", "圣基茨和尼维斯", "Saint Kitts and Nevis", "Saint-Kitts-et-Nevis", "Сент-Китс и Невис", "Saint Kitts y Nevis"],
    currencies: &["XCD"],
};

static KOR: StateRecord = StateRecord {
    iso3: "KOR", iso2: "KR", m49: 410, status: Member, subregion: Subregion::EasternAsia,
    short: ["جمهورية كوريا", "大韩民国", "Republic of Korea", "République de Corée", "Республика Корея", "República de Corea"],
    formal: ["جمهورية كوريا", "大韩民国", "the Republic of Korea", "la République de Corée", "Республика Корея", "la República de Corea"],
    currencies: &["KRW"],
};

static KWT: StateRecord = StateRecord {
    iso3: "KWT", iso2: "KW", m49: 414, status: Member, subregion: Subregion::WesternAsia,
    short: ["الكويت", "科威特", "Kuwait", "Koweït", "Кувейт", "Kuwait"],
    formal: ["دولة الكويت", "科威特国", "the State of Kuwait", "l'État du Koweït", "Государство Кувейт", "el Estado de Kuwait"],
    currencies: &["KWD"],
};

static LAO: StateRecord = StateRecord {
    iso3: "LAO", iso2: "LA", m49: 418, status: Member, subregion: Subregion::SouthEasternAsia,
    short: ["جمهورية لاو الديمقراطية الشعبية", "老挝人民民主共和国", "Lao People's Democratic Republic", "République démocratique populaire lao", "Лаосская Народно-Демократическая Республика", "República Democrática Popular Lao"],
    formal: ["جمهورية لاو الديمقراطية الشعبية", "老挝人民民主共和国", "the Lao People's Democratic Republic", "la République démocratique populaire lao", "Лаосская Народно-Демократическая Республика", "la República Democrática Popular Lao"],
    currencies: &["LAK"],
};

static LBN: StateRecord = StateRecord {
    iso3: "LBN", iso2: "LB", m49: 422, status: Member, subregion: Subregion::WesternAsia,
    short: ["لبنان", "黎巴嫩", "Lebanon", "Liban", "Ливан", "Líbano"],
    formal: ["الجمهورية اللبنانية", "黎巴嫩共和国", "the Lebanese Republic", "la République libanaise", "Ливанская Республика", "la República Libanesa"],
    currencies: &["LBP"],
};

static LBR: StateRecord = StateRecord {
    iso3: "LBR", iso2: "LR", m49: 430, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["ليبريا", "利比里亚", "Liberia", "Libéria", "Либерия", "Liberia"],
    formal: ["جمهورية ليبريا", "利比里亚共和国", "the Republic of Liberia", "la République du Libéria", "Республика Либерия", "la República de Liberia"],
    currencies: &["LRD"],
};

static LBY: StateRecord = StateRecord {
    iso3: "LBY", iso2: "LY", m49: 434, status: Member, subregion: Subregion::NorthernAfrica,
    short: ["ليبيا", "利比亚", "Libya", "Libye", "Ливия", "Libia"],
    formal: ["دولة ليبيا", "利比亚国", "the State of Libya", "l'État de Libye", "Государство Ливия", "el Estado de Libia"],
    currencies: &["LYD"],
};

static LCA: StateRecord = StateRecord {
    iso3: "LCA", iso2: "LC", m49: 662, status: Member, subregion: Subregion::LatinAmericaAndTheCaribbean,
    short: ["سانت لوسيا", "圣卢西亚", "Saint Lucia", "Sainte-Lucie", "Сент-Люсия", "Santa Lucía"],
    formal: ["سانت لوسيا", "圣卢西亚", "Saint Lucia", "Sainte-Lucie", "Сент-Люсия", "Santa Lucía"],
    currencies: &["XCD"],
};

static LIE: StateRecord = StateRecord {
    iso3: "LIE", iso2: "LI", m49: 438, status: Member, subregion: Subregion::WesternEurope,
    short: ["ليختنشتاين", "列支敦士登", "Liechtenstein", "Liechtenstein", "Лихтенштейн", "Liechtenstein"],
    formal: ["إمارة ليختنشتاين", "列支敦士登公国", "the Principality of Liechtenstein", "la Principauté du Liechtenstein", "Княжество Лихтенштейн", "el Principado de Liechtenstein"],
    currencies: &["CHF"],
};

static LKA: StateRecord = StateRecord {
    iso3: "LKA", iso2: "LK", m49: 144, status: Member, subregion: Subregion::SouthernAsia,
    short: ["سري لانكا", "斯里兰卡", "Sri Lanka", "Sri Lanka", "Шри-Ланка", "Sri Lanka"],
    formal: ["جمهورية سري لانكا الاشتراكية الديمقراطية", "斯里兰卡民主社会主义共和国", "the Democratic Socialist Republic of Sri Lanka", "la République socialiste démocratique de Sri Lanka", "Демократическая Социалистическая Республика Шри-Ланка", "la República Socialista Democrática de Sri Lanka"],
    currencies: &["LKR"],
};

static LSO: StateRecord = StateRecord {
    iso3: "LSO", iso2: "LS", m49: 426, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["ليسوتو", "莱索托", "Lesotho", "Lesotho", "Лесото", "Lesotho"],
    formal: ["مملكة ليسوتو", "莱索托王国", "the Kingdom of Lesotho", "le Royaume du Lesotho", "Королевство Лесото", "el Reino de Lesotho"],
    currencies: &["LSL", "ZAR"],
};

static LTU: StateRecord = StateRecord {
    iso3: "LTU", iso2: "LT", m49: 440, status: Member, subregion: Subregion::NorthernEurope,
    short: ["ليتوانيا", "立陶宛", "Lithuania", "Lituanie", "Литва", "Lituania"],
    formal: ["جمهورية ليتوانيا", "立陶宛共和国", "the Republic of Lithuania", "la République de Lituanie", "Литовская Республика", "la República de Lituania"],
    currencies: &["EUR"],
};

static LUX: StateRecord = StateRecord {
    iso3: "LUX", iso2: "LU", m49: 442, status: Member, subregion: Subregion::WesternEurope,
    short: ["لكسمبرغ", "卢森堡", "Luxembourg", "Luxembourg", "Люксембург", "Luxemburgo"],
    formal: ["دوقية لكسمبرغ الكبرى", "卢森堡大公国", "the Grand Duchy of Luxembourg", "le Grand-Duché de Luxembourg", "Великое Герцогство Люксембург", "el Gran Ducado de Luxemburgo"],
    currencies: &["EUR"],
};

static LVA: StateRecord = StateRecord {
    iso3: "LVA", iso2: "LV", m49: 428, status: Member, subregion: Subregion::NorthernEurope,
    short: ["لاتفيا", "拉脱维亚", "Latvia", "Lettonie", "Латвия", "Letonia"],
    formal: ["جمهورية لاتفيا", "拉脱维亚共和国", "the Republic of Latvia", "la République de Lettonie", "Латвийская Республика", "la República de Letonia"],
    currencies: &["EUR"],
};

static MAR: StateRecord = StateRecord {
    iso3: "MAR", iso2: "MA", m49: 504, status: Member, subregion: Subregion::NorthernAfrica,
    short: ["المغرب", "摩洛哥", "Morocco", "Maroc", "Марокко", "Marruecos"],
    formal: ["المملكة المغربية", "摩洛哥王国", "the Kingdom of Morocco", "le Royaume du Maroc", "Королевство Марокко", "el Reino de Marruecos"],
    currencies: &["MAD"],
};

static MCO: StateRecord = StateRecord {
    iso3: "MCO", iso2: "MC", m49: 492, status: Member, subregion: Subregion::WesternEurope,
    short: ["موناكو", "摩纳哥", "Monaco", "Monaco", "Монако", "Mónaco"],
    formal: ["إمارة موناكو", "摩纳哥公国", "the Principality of Monaco", "la Principauté de Monaco", "Княжество Монако", "el Principado de Mónaco"],
    currencies: &["EUR"],
};

static MDA: StateRecord = StateRecord {
    iso3: "MDA", iso2: "MD", m49: 498, status: Member, subregion: Subregion::EasternEurope,
    short: ["جمهورية مولدوفا", "摩尔多瓦共和国", "Republic of Moldova", "République de Moldova", "Республика Молдова", "República de Moldova"],
    formal: ["جمهورية مولدوفا", "摩尔多瓦共和国", "the Republic of Moldova", "la République de Moldova", "Республика Молдова", "la República de Moldova"],
    currencies: &["MDL"],
};

static MDG: StateRecord = StateRecord {
    iso3: "MDG", iso2: "MG", m49: 450, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["مدغشقر", "马达加斯加", "Madagascar", "Madagascar", "Мадагаскар", "Madagascar"],
    formal: ["جمهورية مدغشقر", "马达加斯加共和国", "the Republic of Madagascar", "la République de Madagascar", "Республика Мадагаскар", "la República de Madagascar"],
    currencies: &["MGA"],
};

static MDV: StateRecord = StateRecord {
    iso3: "MDV", iso2: "MV", m49: 462, status: Member, subregion: Subregion::SouthernAsia,
    short: ["ملديف", "马尔代夫", "Maldives", "Maldives", "Мальдивские Острова", "Maldivas"],
    formal: ["جمهورية ملديف", "马尔代夫共和国", "the Republic of Maldives", "la République des Maldives", "Мальдивская Республика", "la República de Maldivas"],
    currencies: &["MVR"],
};

static MEX: StateRecord = StateRecord {
    iso3: "MEX", iso2: "MX", m49: 484, status: Member, subregion: Subregion::LatinAmericaAndTheCaribbean,
    short: ["المكسيك", "墨西哥", "Mexico", "Mexique", "Мексика", "México"],
    formal: ["الولايات المتحدة المكسيكية", "墨西哥合众国", "the United Mexican States", "les États-Unis du Mexique", "Мексиканские Соединенные Штаты", "los Estados Unidos Mexicanos"],
    currencies: &["MXN"],
};

static MHL: StateRecord = StateRecord {
    iso3: "MHL", iso2: "MH", m49: 584, status: Member, subregion: Subregion::Micronesia,
    short: ["جزر مارشال", "马绍尔群岛", "Marshall Islands", "Îles Marshall", "Маршалловы Острова", "Islas Marshall"],
    formal: ["جمهورية جزر مارشال", "马绍尔群岛共和国", "the Republic of the Marshall Islands", "la République des Îles Marshall", "Республика Маршалловы Острова", "la República de las Islas Marshall"],
    currencies: &["USD"],
};

static MKD: StateRecord = StateRecord {
    iso3: "MKD", iso2: "MK", m49: 807, status: Member, subregion: Subregion::SouthernEurope,
    short: ["مقدونيا الشمالية", "北马其顿", "North Macedonia", "Macédoine du Nord", "Северная Македония", "Macedonia del Norte"],
    formal: ["جمهورية مقدونيا الشمالية", "北马其顿共和国", "the Republic of North Macedonia", "la République de Macédoine du Nord", "Республика Северная Македония", "la República de Macedonia del Norte"],
    currencies: &["MKD"],
};

static MLI: StateRecord = StateRecord {
    iso3: "MLI", iso2: "ML", m49: 466, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["مالي", "马里", "Mali", "Mali", "Мали", "Malí"],
    formal: ["جمهورية مالي", "马里共和国", "the Republic of Mali", "la République du Mali", "Республика Мали", "la República de Malí"],
    currencies: &["XOF"],
};

static MLT: StateRecord = StateRecord {
    iso3: "MLT", iso2: "MT", m49: 470, status: Member, subregion: Subregion::SouthernEurope,
    short: ["مالطة", "马耳他", "Malta", "Malte", "Мальта", "Malta"],
    formal: ["جمهورية مالطة", "马耳他共和国", "the Republic of Malta", "la République de Malte", "Республика Мальта", "la República de Malta"],
    currencies: &["EUR"],
};

static MMR: StateRecord = StateRecord {
    iso3: "MMR", iso2: "MM", m49: 104, status: Member, subregion: Subregion::SouthEasternAsia,
    short: ["ميانمار", "缅甸", "Myanmar", "Myanmar", "Мьянма", "Myanmar"],
    formal: ["جمهورية اتحاد ميانمار", "缅甸联邦共和国", "the Republic of the Union of Myanmar", "la République de l'Union du Myanmar", "Республика Союз Мьянма", "la República de la Unión de Myanmar"],
    currencies: &["MMK"],
};

static MNE: StateRecord = StateRecord {
    iso3: "MNE", iso2: "ME", m49: 499, status: Member, subregion: Subregion::SouthernEurope,
    short: ["الجبل الأسود", "黑山", "Montenegro", "Monténégro", "Черногория", "Montenegro"],
    formal: ["الجبل الأسود", "黑山", "Montenegro", "le Monténégro", "Черногория", "Montenegro"],
    currencies: &["EUR"],
};

static MNG: StateRecord = StateRecord {
    iso3: "MNG", iso2: "MN", m49: 496, status: Member, subregion: Subregion::EasternAsia,
    short: ["منغوليا", "蒙古", "Mongolia", "Mongolie", "Монголия", "Mongolia"],
    formal: ["منغوليا", "蒙古国", "Mongolia", "la Mongolie", "Монголия", "Mongolia"],
    currencies: &["MNT"],
};

static MOZ: StateRecord = StateRecord {
    iso3: "MOZ", iso2: "MZ", m49: 508, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["موزامبيق", "莫桑比克", "Mozambique", "Mozambique", "Мозамбик", "Mozambique"],
    formal: ["جمهورية موزامبيق", "莫桑比克共和国", "the Republic of Mozambique", "la République du Mozambique", "Республика Мозамбик", "la República de Mozambique"],
    currencies: &["MZN"],
};

static MRT: StateRecord = StateRecord {
    iso3: "MRT", iso2: "MR", m49: 478, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["موريتانيا", "毛里塔尼亚", "Mauritania", "Mauritanie", "Мавритания", "Mauritania"],
    formal: ["الجمهورية الإسلامية الموريتانية", "毛里塔尼亚伊斯兰共和国", "the Islamic Republic of Mauritania", "la République islamique de Mauritanie", "Исламская Республика Мавритания", "la República Islámica de Mauritania"],
    currencies: &["MRU"],
};

static MUS: StateRecord = StateRecord {
    iso3: "MUS", iso2: "MU", m49: 480, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["موريشيوس", "毛里求斯", "Mauritius", "Maurice", "Маврикий", "Mauricio"],
    formal: ["جمهورية موريشيوس", "毛里求斯共和国", "the Republic of Mauritius", "la République de Maurice", "Республика Маврикий", "la República de Mauricio"],
    currencies: &["MUR"],
};

static MWI: StateRecord = StateRecord {
    iso3: "MWI", iso2: "MW", m49: 454, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["ملاوي", "马拉维", "Malawi", "Malawi", "Малави", "Malawi"],
    formal: ["جمهورية ملاوي", "马拉维共和国", "the Republic of Malawi", "la République du Malawi", "Республика Малави", "la República de Malawi"],
    currencies: &["MWK"],
};

static MYS: StateRecord = StateRecord {
    iso3: "MYS", iso2: "MY", m49: 458, status: Member, subregion: Subregion::SouthEasternAsia,
    short: ["ماليزيا", "马来西亚", "Malaysia", "Malaisie", "Малайзия", "Malasia"],
    formal: ["ماليزيا", "马来西亚", "Malaysia", "la Malaisie", "Малайзия", "Malasia"],
    currencies: &["MYR"],
};

static NAM: StateRecord = StateRecord {
    iso3: "NAM", iso2: "NA", m49: 516, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["ناميبيا", "纳米比亚", "Namibia", "Namibie", "Намибия", "Namibia"],
    formal: ["جمهورية ناميبيا", "纳米比亚共和国", "the Republic of Namibia", "la République de Namibie", "Республика Намибия", "la República de Namibia"],
    currencies: &["NAD", "ZAR"],
};

static NER: StateRecord = StateRecord {
    iso3: "NER", iso2: "NE", m49: 562, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["النيجر", "尼日尔", "Niger", "Niger", "Нигер", "Níger"],
    formal: ["جمهورية النيجر", "尼日尔共和国", "the Republic of the Niger", "la République du Niger", "Республика Нигер", "la República del Níger"],
    currencies: &["XOF"],
};

static NGA: StateRecord = StateRecord {
    iso3: "NGA", iso2: "NG", m49: 566, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["نيجيريا", "尼日利亚", "Nigeria", "Nigéria", "Нигерия", "Nigeria"],
    formal: ["جمهورية نيجيريا الاتحادية", "尼日利亚联邦共和国", "the Federal Republic of Nigeria", "la République fédérale du Nigéria", "Федеративная Республика Нигерия", "la República Federal de Nigeria"],
    currencies: &["NGN"],
};

static NIC: StateRecord = StateRecord {
    iso3: "NIC", iso2: "NI", m49: 558, status: Member, subregion: Subregion::LatinAmericaAndTheCaribbean,
    short: ["نيكاراغوا", "尼加拉瓜", "Nicaragua", "Nicaragua", "Никарагуа", "Nicaragua"],
    formal: ["جمهورية نيكاراغوا", "尼加拉瓜共和国", "the Republic of Nicaragua", "la République du Nicaragua", "Республика Никарагуа", "la República de Nicaragua"],
    currencies: &["NIO"],
};

static NLD: StateRecord = StateRecord {
    iso3: "NLD", iso2: "NL", m49: 528, status: Member, subregion: Subregion::WesternEurope,
    short: ["هولندا (مملكة)", "荷兰王国", "Netherlands (Kingdom of the)", "Pays-Bas (Royaume des)", "Нидерланды (Королевство)", "Países Bajos (Reino de los)"],
    formal: ["مملكة هولندا", "荷兰王国", "the Kingdom of the Netherlands", "le Royaume des Pays-Bas", "Королевство Нидерландов", "el Reino de los Países Bajos"],
    currencies: &["EUR"],
};

static NOR: StateRecord = StateRecord {
    iso3: "NOR", iso2: "NO", m49: 578, status: Member, subregion: Subregion::NorthernEurope,
    short: ["النرويج", "挪威", "Norway", "Norvège", "Норвегия", "Noruega"],
    formal: ["مملكة النرويج", "挪威王国", "the Kingdom of Norway", "le Royaume de Norvège", "Королевство Норвегия", "el Reino de Noruega"],
    currencies: &["NOK"],
};

static NPL: StateRecord = StateRecord {
    iso3: "NPL", iso2: "NP", m49: 524, status: Member, subregion: Subregion::SouthernAsia,
    short: ["نيبال", "尼泊尔", "Nepal", "Népal", "Непал", "Nepal"],
    formal: ["نيبال", "尼泊尔", "Nepal", "le Népal", "Непал", "Nepal"],
    currencies: &["NPR"],
};

static NRU: StateRecord = StateRecord {
    iso3: "NRU", iso2: "NR", m49: 520, status: Member, subregion: Subregion::Micronesia,
    short: ["ناورو", "瑙鲁", "Nauru", "Nauru", "Науру", "Nauru"],
    formal: ["جمهورية ناورو", "瑙鲁共和国", "the Republic of Nauru", "la République de Nauru", "Республика Науру", "la República de Nauru"],
    currencies: &["AUD"],
};

static NZL: StateRecord = StateRecord {
    iso3: "NZL", iso2: "NZ", m49: 554, status: Member, subregion: Subregion::AustraliaAndNewZealand,
    short: ["نيوزيلندا", "新西兰", "New Zealand", "Nouvelle-Zélande", "Новая Зеландия", "Nueva Zelandia"],
    formal: ["نيوزيلندا", "新西兰", "New Zealand", "la Nouvelle-Zélande", "Новая Зеландия", "Nueva Zelandia"],
    currencies: &["NZD"],
};

static OMN: StateRecord = StateRecord {
    iso3: "OMN", iso2: "OM", m49: 512, status: Member, subregion: Subregion::WesternAsia,
    short: ["عمان", "阿曼", "Oman", "Oman", "Оман", "Omán"],
    formal: ["سلطنة عمان", "阿曼苏丹国", "the Sultanate of Oman", "le Sultanat d'Oman", "Султанат Оман", "la Sultanía de Omán"],
    currencies: &["OMR"],
};

static PAK: StateRecord = StateRecord {
    iso3: "PAK", iso2: "PK", m49: 586, status: Member, subregion: Subregion::SouthernAsia,
    short: ["باكستان", "巴基斯坦", "Pakistan", "Pakistan", "Пакистан", "Pakistán"],
    formal: ["جمهورية باكستان الإسلامية", "巴基斯坦伊斯兰共和国", "the Islamic Republic of Pakistan", "la République islamique du Pakistan", "Исламская Республика Пакистан", "la República Islámica del Pakistán"],
    currencies: &["PKR"],
};

static PAN: StateRecord = StateRecord {
    iso3: "PAN", iso2: "PA", m49: 591, status: Member, subregion: Subregion::LatinAmericaAndTheCaribbean,
    short: ["بنما", "巴拿马", "Panama", "Panama", "Панама", "Panamá"],
    formal: ["جمهورية بنما", "巴拿马共和国", "the Republic of Panama", "la République du Panama", "Республика Панама", "la República de Panamá"],
    currencies: &["PAB", "USD"],
};

static PER: StateRecord = StateRecord {
    iso3: "PER", iso2: "PE", m49: 604, status: Member, subregion: Subregion::LatinAmericaAndTheCaribbean,
    short: ["بيرو", "秘鲁", "Peru", "Pérou", "Перу", "Perú"],
    formal: ["جمهورية بيرو", "秘鲁共和国", "the Republic of Peru", "la République du Pérou", "Республика Перу", "la República del Perú"],
    currencies: &["PEN"],
};

static PHL: StateRecord = StateRecord {
    iso3: "PHL", iso2: "PH", m49: 608, status: Member, subregion: Subregion::SouthEasternAsia,
    short: ["الفلبين", "菲律宾", "Philippines", "Philippines", "Филиппины", "Filipinas"],
    formal: ["جمهورية الفلبين", "菲律宾共和国", "the Republic of the Philippines", "la République des Philippines", "Республика Филиппины", "la República de Filipinas"],
    currencies: &["PHP"],
};

static PLW: StateRecord = StateRecord {
    iso3: "PLW", iso2: "PW", m49: 585, status: Member, subregion: Subregion::Micronesia,
    short: ["بالاو", "帕劳", "Palau", "Palaos", "Палау", "Palau"],
    formal: ["جمهورية بالاو", "帕劳共和国", "the Republic of Palau", "la République des Palaos", "Республика Палау", "la República de Palau"],
    currencies: &["USD"],
};

static PNG: StateRecord = StateRecord {
    iso3: "PNG", iso2: "PG", m49: 598, status: Member, subregion: Subregion::Melanesia,
    short: ["بابوا غينيا الجديدة", "巴布亚新几内亚", "Papua New Guinea", "Papouasie-Nouvelle-Guinée", "Папуа-Новая Гвинея", "Papua Nueva Guinea"],
    formal: ["دولة بابوا غينيا الجديدة المستقلة", "巴布亚新几内亚独立国", "the Independent State of Papua New Guinea", "l'État indépendant de Papouasie-Nouvelle-Guinée", "Независимое государство Папуа — Новая Гвинея", "el Estado Independiente de Papua Nueva Guinea"],
    currencies: &["PGK"],
};

static POL: StateRecord = StateRecord {
    iso3: "POL", iso2: "PL", m49: 616, status: Member, subregion: Subregion::EasternEurope,
    short: ["بولندا", "波兰", "Poland", "Pologne", "Польша", "Polonia"],
    formal: ["جمهورية بولندا", "波兰共和国", "the Republic of Poland", "la République de Pologne", "Республика Польша", "la República de Polonia"],
    currencies: &["PLN"],
};

static PRK: StateRecord = StateRecord {
    iso3: "PRK", iso2: "KP", m49: 408, status: Member, subregion: Subregion::EasternAsia,
    short: ["جمهورية كوريا الشعبية الديمقراطية", "朝鲜民主主义人民共和国", "Democratic People's Republic of Korea", "République populaire démocratique de Corée", "Корейская Народно-Демократическая Республика", "República Popular Democrática de Corea"],
    formal: ["جمهورية كوريا الشعبية الديمقراطية", "朝鲜民主主义人民共和国", "the Democratic People's Republic of Korea", "la République populaire démocratique de Corée", "Корейская Народно-Демократическая Республика", "la República Popular Democrática de Corea"],
    currencies: &["KPW"],
};

static PRT: StateRecord = StateRecord {
    iso3: "PRT", iso2: "PT", m49: 620, status: Member, subregion: Subregion::SouthernEurope,
    short: ["البرتغال", "葡萄牙", "Portugal", "Portugal", "Португалия", "Portugal"],
    formal: ["جمهورية البرتغال", "葡萄牙共和国", "the Portuguese Republic", "la République portugaise", "Португальская Республика", "la República Portuguesa"],
    currencies: &["EUR"],
};

static PRY: StateRecord = StateRecord {
    iso3: "PRY", iso2: "PY", m49: 600, status: Member, subregion: Subregion::LatinAmericaAndTheCaribbean,
    short: ["باراغواي", "巴拉圭", "Paraguay", "Paraguay", "Парагвай", "Paraguay"],
    formal: ["جمهورية باراغواي", "巴拉圭共和国", "the Republic of Paraguay", "la République du Paraguay", "Республика Парагвай", "la República del Paraguay"],
    currencies: &["PYG"],
};

static PSE: StateRecord = StateRecord {
    iso3: "PSE", iso2: "PS", m49: 275, status: Observer, subregion: Subregion::WesternAsia,
    short: ["دولة فلسطين", "巴勒斯坦国", "State of Palestine", "État de Palestine", "Государство Палестина", "Estado de Palestina"],
    formal: ["دولة فلسطين", "巴勒斯坦国", "the State of Palestine", "l'État de Palestine", "Государство Палестина", "el Estado de Palestina"],
    currencies: &[],
};

static QAT: StateRecord = StateRecord {
    iso3: "QAT", iso2: "QA", m49: 634, status: Member, subregion: Subregion::WesternAsia,
    short: ["قطر", "卡塔尔", "Qatar", "Qatar", "Катар", "Qatar"],
    formal: ["دولة قطر", "卡塔尔国", "the State of Qatar", "l'État du Qatar", "Государство Катар", "el Estado de Qatar"],
    currencies: &["QAR"],
};

static ROU: StateRecord = StateRecord {
    iso3: "ROU", iso2: "RO", m49: 642, status: Member, subregion: Subregion::EasternEurope,
    short: ["رومانيا", "罗马尼亚", "Romania", "Roumanie", "Румыния", "Rumania"],
    formal: ["رومانيا", "罗马尼亚", "Romania", "la Roumanie", "Румыния", "Rumania"],
    currencies: &["RON"],
};

static RUS: StateRecord = StateRecord {
    iso3: "RUS", iso2: "RU", m49: 643, status: Member, subregion: Subregion::EasternEurope,
    short: ["الاتحاد الروسي", "俄罗斯联邦", "Russian Federation", "Fédération de Russie", "Российская Федерация", "Federación de Rusia"],
    formal: ["الاتحاد الروسي", "俄罗斯联邦", "the Russian Federation", "la Fédération de Russie", "Российская Федерация", "la Federación de Rusia"],
    currencies: &["RUB"],
};

static RWA: StateRecord = StateRecord {
    iso3: "RWA", iso2: "RW", m49: 646, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["رواندا", "卢旺达", "Rwanda", "Rwanda", "Руанда", "Rwanda"],
    formal: ["جمهورية رواندا", "卢旺达共和国", "the Republic of Rwanda", "la République du Rwanda", "Республика Руанда", "la República de Rwanda"],
    currencies: &["RWF"],
};

static SAU: StateRecord = StateRecord {
    iso3: "SAU", iso2: "SA", m49: 682, status: Member, subregion: Subregion::WesternAsia,
    short: ["المملكة العربية السعودية", "沙特阿拉伯", "Saudi Arabia", "Arabie saoudite", "Саудовская Аравия", "Arabia Saudita"],
    formal: ["المملكة العربية السعودية", "沙特阿拉伯王国", "the Kingdom of Saudi Arabia", "le Royaume d'Arabie saoudite", "Королевство Саудовская Аравия", "el Reino de la Arabia Saudita"],
    currencies: &["SAR"],
};

static SDN: StateRecord = StateRecord {
    iso3: "SDN", iso2: "SD", m49: 729, status: Member, subregion: Subregion::NorthernAfrica,
    short: ["السودان", "苏丹", "Sudan", "Soudan", "Судан", "Sudán"],
    formal: ["جمهورية السودان", "苏丹共和国", "the Republic of the Sudan", "la République du Soudan", "Республика Судан", "la República del Sudán"],
    currencies: &["SDG"],
};

static SEN: StateRecord = StateRecord {
    iso3: "SEN", iso2: "SN", m49: 686, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["السنغال", "塞内加尔", "Senegal", "Sénégal", "Сенегал", "Senegal"],
    formal: ["جمهورية السنغال", "塞内加尔共和国", "the Republic of Senegal", "la République du Sénégal", "Республика Сенегал", "la República del Senegal"],
    currencies: &["XOF"],
};

static SGP: StateRecord = StateRecord {
    iso3: "SGP", iso2: "SG", m49: 702, status: Member, subregion: Subregion::SouthEasternAsia,
    short: ["سنغافورة", "新加坡", "Singapore", "Singapour", "Сингапур", "Singapur"],
    formal: ["جمهورية سنغافورة", "新加坡共和国", "the Republic of Singapore", "la République de Singapour", "Республика Сингапур", "la República de Singapur"],
    currencies: &["SGD"],
};

static SLB: StateRecord = StateRecord {
    iso3: "SLB", iso2: "SB", m49: 90, status: Member, subregion: Subregion::Melanesia,
    short: ["جزر سليمان", "所罗门群岛", "Solomon Islands", "Îles Salomon", "Соломоновы Острова", "Islas Salomón"],
    formal: ["جزر سليمان", "所罗门群岛", "Solomon Islands", "les Îles Salomon", "Соломоновы Острова", "las Islas Salomón"],
    currencies: &["SBD"],
};

static SLE: StateRecord = StateRecord {
    iso3: "SLE", iso2: "SL", m49: 694, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["سيراليون", "塞拉利昂", "Sierra Leone", "Sierra Leone", "Сьерра-Леоне", "Sierra Leona"],
    formal: ["جمهورية سيراليون", "塞拉利昂共和国", "the Republic of Sierra Leone", "la République de Sierra Leone", "Республика Сьерра-Леоне", "la República de Sierra Leona"],
    currencies: &["SLE"],
};

static SLV: StateRecord = StateRecord {
    iso3: "SLV", iso2: "SV", m49: 222, status: Member, subregion: Subregion::LatinAmericaAndTheCaribbean,
    short: ["السلفادور", "萨尔瓦多", "El Salvador", "El Salvador", "Сальвадор", "El Salvador"],
    formal: ["جمهورية السلفادور", "萨尔瓦多共和国", "the Republic of El Salvador", "la République d'El Salvador", "Республика Эль-Сальвадор", "la República de El Salvador"],
    currencies: &["SVC", "USD"],
};

static SMR: StateRecord = StateRecord {
    iso3: "SMR", iso2: "SM", m49: 674, status: Member, subregion: Subregion::SouthernEurope,
    short: ["سان مارينو", "圣马力诺", "San Marino", "Saint-Marin", "Сан-Марино", "San Marino"],
    formal: ["جمهورية سان مارينو", "圣马力诺共和国", "the Republic of San Marino", "la République de Saint-Marin", "Республика Сан-Марино", "la República de San Marino"],
    currencies: &["EUR"],
};

static SOM: StateRecord = StateRecord {
    iso3: "SOM", iso2: "SO", m49: 706, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["الصومال", "索马里", "Somalia", "Somalie", "Сомали", "Somalia"],
    formal: ["جمهورية الصومال الاتحادية", "索马里联邦共和国", "the Federal Republic of Somalia", "la République fédérale de Somalie", "Федеративная Республика Сомали", "la República Federal de Somalia"],
    currencies: &["SOS"],
};

static SRB: StateRecord = StateRecord {
    iso3: "SRB", iso2: "RS", m49: 688, status: Member, subregion: Subregion::SouthernEurope,
    short: ["صربيا", "塞尔维亚", "Serbia", "Serbie", "Сербия", "Serbia"],
    formal: ["جمهورية صربيا", "塞尔维亚共和国", "the Republic of Serbia", "la République de Serbie", "Республика Сербия", "la República de Serbia"],
    currencies: &["RSD"],
};

static SSD: StateRecord = StateRecord {
    iso3: "SSD", iso2: "SS", m49: 728, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["جنوب السودان", "南苏丹", "South Sudan", "Soudan du Sud", "Южный Судан", "Sudán del Sur"],
    formal: ["جمهورية جنوب السودان", "南苏丹共和国", "the Republic of South Sudan", "la République du Soudan du Sud", "Республика Южный Судан", "la República de Sudán del Sur"],
    currencies: &["SSP"],
};

static STP: StateRecord = StateRecord {
    iso3: "STP", iso2: "ST", m49: 678, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["سان تومي وبرينسيبي", "圣多美和普林西比", "Sao Tome and Principe", "Sao Tomé-et-Principe", "Сан-Томе и Принсипи", "Santo Tomé y Príncipe"],
    formal: ["جمهورية سان تومي وبرينسيبي الديمقراطية", "圣多美和普林西比民主共和国", "the Democratic Republic of Sao Tome and Principe", "la République démocratique de Sao Tomé-et-Principe", "Демократическая Республика Сан-Томе и Принсипи", "la República Democrática de Santo Tomé y Príncipe"],
    currencies: &["STN"],
};

static SUR: StateRecord = StateRecord {
    iso3: "SUR", iso2: "SR", m49: 740, status: Member, subregion: Subregion::LatinAmericaAndTheCaribbean,
    short: ["سورينام", "苏里南", "Suriname", "Suriname", "Суринам", "Suriname"],
    formal: ["جمهورية سورينام", "苏里南共和国", "the Republic of Suriname", "la République du Suriname", "Республика Суринам", "la República de Suriname"],
    currencies: &["SRD"],
};

static SVK: StateRecord = StateRecord {
    iso3: "SVK", iso2: "SK", m49: 703, status: Member, subregion: Subregion::EasternEurope,
    short: ["سلوفاكيا", "斯洛伐克", "Slovakia", "Slovaquie", "Словакия", "Eslovaquia"],
    formal: ["الجمهورية السلوفاكية", "斯洛伐克共和国", "the Slovak Republic", "la République slovaque", "Словацкая Республика", "la República Eslovaca"],
    currencies: &["EUR"],
};

static SVN: StateRecord = StateRecord {
    iso3: "SVN", iso2: "SI", m49: 705, status: Member, subregion: Subregion::SouthernEurope,
    short: ["سلوفينيا", "斯洛文尼亚", "Slovenia", "Slovénie", "Словения", "Eslovenia"],
    formal: ["جمهورية سلوفينيا", "斯洛文尼亚共和国", "the Republic of Slovenia", "la République de Slovénie", "Республика Словения", "la República de Eslovenia"],
    currencies: &["EUR"],
};

static SWE: StateRecord = StateRecord {
    iso3: "SWE", iso2: "SE", m49: 752, status: Member, subregion: Subregion::NorthernEurope,
    short: ["السويد", "瑞典", "Sweden", "Suède", "Швеция", "Suecia"],
    formal: ["مملكة السويد", "瑞典王国", "the Kingdom of Sweden", "le Royaume de Suède", "Королевство Швеция", "el Reino de Suecia"],
    currencies: &["SEK"],
};

static SWZ: StateRecord = StateRecord {
    iso3: "SWZ", iso2: "SZ", m49: 748, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["إسواتيني", "斯威士兰", "Eswatini", "Eswatini", "Эсватини", "Eswatini"],
    formal: ["مملكة إسواتيني", "斯威士兰王国", "the Kingdom of Eswatini", "le Royaume d'Eswatini", "Королевство Эсватини", "el Reino de Eswatini"],
    currencies: &["SZL"],
};

static SYC: StateRecord = StateRecord {
    iso3: "SYC", iso2: "SC", m49: 690, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["سيشيل", "塞舌尔", "Seychelles", "Seychelles", "Сейшельские Острова", "Seychelles"],
    formal: ["جمهورية سيشيل", "塞舌尔共和国", "the Republic of Seychelles", "la République des Seychelles", "Республика Сейшельские Острова", "la República de Seychelles"],
    currencies: &["SCR"],
};

static SYR: StateRecord = StateRecord {
    iso3: "SYR", iso2: "SY", m49: 760, status: Member, subregion: Subregion::WesternAsia,
    short: ["الجمهورية العربية السورية", "阿拉伯叙利亚共和国", "Syrian Arab Republic", "République arabe syrienne", "Сирийская Арабская Республика", "República Árabe Siria"],
    formal: ["الجمهورية العربية السورية", "阿拉伯叙利亚共和国", "the Syrian Arab Republic", "la République arabe syrienne", "Сирийская Арабская Республика", "la República Árabe Siria"],
    currencies: &["SYP"],
};

static TCD: StateRecord = StateRecord {
    iso3: "TCD", iso2: "TD", m49: 148, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["تشاد", "乍得", "Chad", "Tchad", "Чад", "Chad"],
    formal: ["جمهورية تشاد", "乍得共和国", "the Republic of Chad", "la République du Tchad", "Республика Чад", "la República del Chad"],
    currencies: &["XAF"],
};

static TGO: StateRecord = StateRecord {
    iso3: "TGO", iso2: "TG", m49: 768, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["توغو", "多哥", "Togo", "Togo", "Того", "Togo"],
    formal: ["جمهورية توغو", "多哥共和国", "the Togolese Republic", "la République togolaise", "Тоголезская Республика", "la República Togolesa"],
    currencies: &["XOF"],
};

static THA: StateRecord = StateRecord {
    iso3: "THA", iso2: "TH", m49: 764, status: Member, subregion: Subregion::SouthEasternAsia,
    short: ["تايلند", "泰国", "Thailand", "Thaïlande", "Таиланд", "Tailandia"],
    formal: ["مملكة تايلند", "泰王国", "the Kingdom of Thailand", "le Royaume de Thaïlande", "Королевство Таиланд", "el Reino de Tailandia"],
    currencies: &["THB"],
};

static TJK: StateRecord = StateRecord {
    iso3: "TJK", iso2: "TJ", m49: 762, status: Member, subregion: Subregion::CentralAsia,
    short: ["طاجيكستان", "塔吉克斯坦", "Tajikistan", "Tadjikistan", "Таджикистан", "Tayikistán"],
    formal: ["جمهورية طاجيكستان", "塔吉克斯坦共和国", "the Republic of Tajikistan", "la République du Tadjikistan", "Республика Таджикистан", "la República de Tayikistán"],
    currencies: &["TJS"],
};

static TKM: StateRecord = StateRecord {
    iso3: "TKM", iso2: "TM", m49: 795, status: Member, subregion: Subregion::CentralAsia,
    short: ["تركمانستان", "土库曼斯坦", "Turkmenistan", "Turkménistan", "Туркменистан", "Turkmenistán"],
    formal: ["تركمانستان", "土库曼斯坦", "Turkmenistan", "le Turkménistan", "Туркменистан", "Turkmenistán"],
    currencies: &["TMT"],
};

static TLS: StateRecord = StateRecord {
    iso3: "TLS", iso2: "TL", m49: 626, status: Member, subregion: Subregion::SouthEasternAsia,
    short: ["تيمور - ليشتي", "东帝汶", "Timor-Leste", "Timor-Leste", "Тимор-Лешти", "Timor-Leste"],
    formal: ["جمهورية تيمور - ليشتي الديمقراطية", "东帝汶民主共和国", "the Democratic Republic of Timor-Leste", "la République démocratique du Timor-Leste", "Демократическая Республика Тимор-Лешти", "la República Democrática de Timor-Leste"],
    currencies: &["USD"],
};

static TON: StateRecord = StateRecord {
    iso3: "TON", iso2: "TO", m49: 776, status: Member, subregion: Subregion::Polynesia,
    short: ["تونغا", "汤加", "Tonga", "Tonga", "Тонга", "Tonga"],
    formal: ["مملكة تونغا", "汤加王国", "the Kingdom of Tonga", "le Royaume des Tonga", "Королевство Тонга", "el Reino de Tonga"],
    currencies: &["TOP"],
};

static TTO: StateRecord = StateRecord {
    iso3: "TTO", iso2: "TT", m49: 780, status: Member, subregion: Subregion::LatinAmericaAndTheCaribbean,
    short: ["ترينيداد وتوباغو", "特立尼达和多巴哥", "Trinidad and Tobago", "Trinité-et-Tobago", "Тринидад и Тобаго", "Trinidad y Tabago"],
    formal: ["جمهورية ترينيداد وتوباغو", "特立尼达和多巴哥共和国", "the Republic of Trinidad and Tobago", "la République de Trinité-et-Tobago", "Республика Тринидад и Тобаго", "la República de Trinidad y Tabago"],
    currencies: &["TTD"],
};

static TUN: StateRecord = StateRecord {
    iso3: "TUN", iso2: "TN", m49: 788, status: Member, subregion: Subregion::NorthernAfrica,
    short: ["تونس", "突尼斯", "Tunisia", "Tunisie", "Тунис", "Túnez"],
    formal: ["الجمهورية التونسية", "突尼斯共和国", "the Republic of Tunisia", "la République tunisienne", "Тунисская Республика", "la República de Túnez"],
    currencies: &["TND"],
};

static TUR: StateRecord = StateRecord {
    iso3: "TUR", iso2: "TR", m49: 792, status: Member, subregion: Subregion::WesternAsia,
    short: ["تركيا", "土耳其", "Türkiye", "Türkiye", "Турция", "Türkiye"],
    formal: ["جمهورية تركيا", "土耳其共和国", "the Republic of Türkiye", "la République de Türkiye", "Турецкая Республика", "la República de Türkiye"],
    currencies: &["TRY"],
};

static TUV: StateRecord = StateRecord {
    iso3: "TUV", iso2: "TV", m49: 798, status: Member, subregion: Subregion::Polynesia,
    short: ["توفالو", "图瓦卢", "Tuvalu", "Tuvalu", "Тувалу", "Tuvalu"],
    formal: ["توفالو", "图瓦卢", "Tuvalu", "les Tuvalu", "Тувалу", "Tuvalu"],
    currencies: &["AUD"],
};

static TZA: StateRecord = StateRecord {
    iso3: "TZA", iso2: "TZ", m49: 834, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["جمهورية تنزانيا المتحدة", "坦桑尼亚联合共和国", "United Republic of Tanzania", "République-Unie de Tanzanie", "Объединенная Республика Танзания", "República Unida de Tanzanía"],
    formal: ["جمهورية تنزانيا المتحدة", "坦桑尼亚联合共和国", "the United Republic of Tanzania", "la République-Unie de Tanzanie", "Объединенная Республика Танзания", "la República Unida de Tanzanía"],
    currencies: &["TZS"],
};

static UGA: StateRecord = StateRecord {
    iso3: "UGA", iso2: "UG", m49: 800, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["أوغندا", "乌干达", "Uganda", "Ouganda", "Уганда", "Uganda"],
    formal: ["جمهورية أوغندا", "乌干达共和国", "the Republic of Uganda", "la République de l'Ouganda", "Республика Уганда", "la República de Uganda"],
    currencies: &["UGX"],
};

static UKR: StateRecord = StateRecord {
    iso3: "UKR", iso2: "UA", m49: 804, status: Member, subregion: Subregion::EasternEurope,
    short: ["أوكرانيا", "乌克兰", "Ukraine", "Ukraine", "Украина", "Ucrania"],
    formal: ["أوكرانيا", "乌克兰", "Ukraine", "l'Ukraine", "Украина", "Ucrania"],
    currencies: &["UAH"],
};

static URY: StateRecord = StateRecord {
    iso3: "URY", iso2: "UY", m49: 858, status: Member, subregion: Subregion::LatinAmericaAndTheCaribbean,
    short: ["أوروغواي", "乌拉圭", "Uruguay", "Uruguay", "Уругвай", "Uruguay"],
    formal: ["جمهورية أوروغواي الشرقية", "乌拉圭东岸共和国", "the Eastern Republic of Uruguay", "la République orientale de l'Uruguay", "Восточная Республика Уругвай", "la República Oriental del Uruguay"],
    currencies: &["UYU", "UYW"],
};

static USA: StateRecord = StateRecord {
    iso3: "USA", iso2: "US", m49: 840, status: Member, subregion: Subregion::NorthernAmerica,
    short: ["الولايات المتحدة الأمريكية", "美利坚合众国", "United States of America", "États-Unis d'Amérique", "Соединенные Штаты Америки", "Estados Unidos de América"],
    formal: ["الولايات المتحدة الأمريكية", "美利坚合众国", "the United States of America", "les États-Unis d'Amérique", "Соединенные Штаты Америки", "los Estados Unidos de América"],
    currencies: &["USD"],
};

static UZB: StateRecord = StateRecord {
    iso3: "UZB", iso2: "UZ", m49: 860, status: Member, subregion: Subregion::CentralAsia,
    short: ["أوزبكستان", "乌兹别克斯坦", "Uzbekistan", "Ouzbékistan", "Узбекистан", "Uzbekistán"],
    formal: ["جمهورية أوزبكستان", "乌兹别克斯坦共和国", "the Republic of Uzbekistan", "la République d'Ouzbékistan", "Республика Узбекистан", "la República de Uzbekistán"],
    currencies: &["UZS"],
};

static VAT: StateRecord = StateRecord {
    iso3: "VAT", iso2: "VA", m49: 336, status: Observer, subregion: Subregion::SouthernEurope,
    short: ["الكرسي الرسولي", "教廷", "Holy See", "Saint-Siège", "Святой Престол", "Santa Sede"],
    formal: ["الكرسي الرسولي", "罗马教廷", "the Holy See", "le Saint-Siège", "Святой Престол", "la Santa Sede"],
    currencies: &["EUR"],
};

static VCT: StateRecord = StateRecord {
    iso3: "VCT", iso2: "VC", m49: 670, status: Member, subregion: Subregion::LatinAmericaAndTheCaribbean,
    short: ["سانت فنسنت وجزر غرينادين", "圣文森特和格林纳丁斯", "Saint Vincent and the Grenadines", "Saint-Vincent-et-les Grenadines", "Сент-Винсент и Гренадины", "San Vicente y las Granadinas"],
    formal: ["سانت فنسنت وجزر غرينادين", "圣文森特和格林纳丁斯", "Saint Vincent and the Grenadines", "Saint-Vincent-et-les Grenadines", "Сент-Винсент и Гренадины", "San Vicente y las Granadinas"],
    currencies: &["XCD"],
};

static VEN: StateRecord = StateRecord {
    iso3: "VEN", iso2: "VE", m49: 862, status: Member, subregion: Subregion::LatinAmericaAndTheCaribbean,
    short: ["فنزويلا (جمهورية - البوليفارية)", "委内瑞拉玻利瓦尔共和国", "Venezuela (Bolivarian Republic of)", "Venezuela (République bolivarienne du)", "Венесуэла (Боливарианская Республика)", "Venezuela (República Bolivariana de)"],
    formal: ["جمهورية فنزويلا البوليفارية", "委内瑞拉玻利瓦尔共和国", "the Bolivarian Republic of Venezuela", "la République bolivarienne du Venezuela", "Боливарианская Республика Венесуэла", "la República Bolivariana de Venezuela"],
    currencies: &["VES", "VED"],
};

static VNM: StateRecord = StateRecord {
    iso3: "VNM", iso2: "VN", m49: 704, status: Member, subregion: Subregion::SouthEasternAsia,
    short: ["فييت نام", "越南", "Viet Nam", "Viet Nam", "Вьетнам", "Viet Nam"],
    formal: ["جمهورية فييت نام الاشتراكية", "越南社会主义共和国", "the Socialist Republic of Viet Nam", "la République socialiste du Viet Nam", "Социалистическая Республика Вьетнам", "la República Socialista de Viet Nam"],
    currencies: &["VND"],
};

static VUT: StateRecord = StateRecord {
    iso3: "VUT", iso2: "VU", m49: 548, status: Member, subregion: Subregion::Melanesia,
    short: ["فانواتو", "瓦努阿图", "Vanuatu", "Vanuatu", "Вануату", "Vanuatu"],
    formal: ["جمهورية فانواتو", "瓦努阿图共和国", "the Republic of Vanuatu", "la République de Vanuatu", "Республика Вануату", "la República de Vanuatu"],
    currencies: &["VUV"],
};

static WSM: StateRecord = StateRecord {
    iso3: "WSM", iso2: "WS", m49: 882, status: Member, subregion: Subregion::Polynesia,
    short: ["ساموا", "萨摩亚", "Samoa", "Samoa", "Самоа", "Samoa"],
    formal: ["دولة ساموا المستقلة", "萨摩亚独立国", "the Independent State of Samoa", "l'État indépendant du Samoa", "Независимое Государство Самоа", "el Estado Independiente de Samoa"],
    currencies: &["WST"],
};

static YEM: StateRecord = StateRecord {
    iso3: "YEM", iso2: "YE", m49: 887, status: Member, subregion: Subregion::WesternAsia,
    short: ["اليمن", "也门", "Yemen", "Yémen", "Йемен", "Yemen"],
    formal: ["الجمهورية اليمنية", "也门共和国", "the Republic of Yemen", "la République du Yémen", "Йеменская Республика", "la República del Yemen"],
    currencies: &["YER"],
};

static ZAF: StateRecord = StateRecord {
    iso3: "ZAF", iso2: "ZA", m49: 710, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["جنوب أفريقيا", "南非", "South Africa", "Afrique du Sud", "Южная Африка", "Sudáfrica"],
    formal: ["جمهورية جنوب أفريقيا", "南非共和国", "the Republic of South Africa", "la République sud-africaine", "Южно-Африканская Республика", "la República de Sudáfrica"],
    currencies: &["ZAR"],
};

static ZMB: StateRecord = StateRecord {
    iso3: "ZMB", iso2: "ZM", m49: 894, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["زامبيا", "赞比亚", "Zambia", "Zambie", "Замбия", "Zambia"],
    formal: ["جمهورية زامبيا", "赞比亚共和国", "the Republic of Zambia", "la République de Zambie", "Республика Замбия", "la República de Zambia"],
    currencies: &["ZMW"],
};

static ZWE: StateRecord = StateRecord {
    iso3: "ZWE", iso2: "ZW", m49: 716, status: Member, subregion: Subregion::SubSaharanAfrica,
    short: ["زمبابوي", "津巴布韦", "Zimbabwe", "Zimbabwe", "Зимбабве", "Zimbabwe"],
    formal: ["جمهورية زمبابوي", "津巴布韦共和国", "the Republic of Zimbabwe", "la République du Zimbabwe", "Республика Зимбабве", "la República de Zimbabwe"],
    currencies: &["ZWG"],
};
