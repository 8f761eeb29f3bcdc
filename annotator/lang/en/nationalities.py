"""What the people and things of a country are called: *Zambian*, by its ISO 3166-1 code."""

from __future__ import annotations

from annotator.lang.words import word_set

_WORDS = """
AF Afghan; AL Albanian; DZ Algerian; AD Andorran; AO Angolan; AR Argentine; AM Armenian;
AU Australian; AT Austrian; AZ Azerbaijani; BS Bahamian; BH Bahraini; BD Bangladeshi;
BB Barbadian; BY Belarusian; BE Belgian; BZ Belizean; BJ Beninese; BT Bhutanese; BO Bolivian;
BA Bosnian; BW Botswanan; BR Brazilian; GB British; BN Bruneian; BG Bulgarian; BF Burkinabe;
BI Burundian; KH Cambodian; CM Cameroonian; CA Canadian; TD Chadian; CL Chilean; CN Chinese;
CO Colombian; KM Comorian; CD Congolese; CR Costa Rican; HR Croatian; CU Cuban; CY Cypriot;
CZ Czech; DK Danish; DJ Djiboutian; EC Ecuadorian; EG Egyptian; SV Salvadoran; ER Eritrean;
EE Estonian; SZ Swazi; ET Ethiopian; FJ Fijian; FI Finnish; FR French; GA Gabonese; GM Gambian;
GE Georgian; DE German; GH Ghanaian; GR Greek; GD Grenadian; GT Guatemalan; GN Guinean;
GY Guyanese; HT Haitian; HN Honduran; HU Hungarian; IS Icelandic; IN Indian; ID Indonesian;
IR Iranian; IQ Iraqi; IE Irish; IL Israeli; IT Italian; CI Ivorian; JM Jamaican; JP Japanese;
JO Jordanian; KZ Kazakhstani; KE Kenyan; KR Korean; XK Kosovar; KW Kuwaiti; KG Kyrgyz; LA Lao;
LV Latvian; LB Lebanese; LR Liberian; LY Libyan; LT Lithuanian; LU Luxembourgish; MG Malagasy;
MW Malawian; MY Malaysian; MV Maldivian; ML Malian; MT Maltese; MR Mauritanian; MU Mauritian;
MX Mexican; MD Moldovan; MC Monegasque; MN Mongolian; ME Montenegrin; MA Moroccan;
MZ Mozambican; MM Burmese; NA Namibian; NP Nepalese; NL Dutch; NI Nicaraguan; NG Nigerian;
NO Norwegian; OM Omani; PK Pakistani; PS Palestinian; PA Panamanian; PY Paraguayan; PE Peruvian;
PH Philippine; PL Polish; PT Portuguese; QA Qatari; RO Romanian; RU Russian; RW Rwandan;
WS Samoan; SA Saudi; SN Senegalese; RS Serbian; SL Sierra Leonean; SG Singaporean; SK Slovak;
SI Slovenian; SO Somali; ZA South African; SS South Sudanese; ES Spanish; LK Sri Lankan;
SD Sudanese; SR Surinamese; SE Swedish; CH Swiss; SY Syrian; TW Taiwanese; TJ Tajik;
TZ Tanzanian; TH Thai; TG Togolese; TO Tongan; TT Trinidadian; TN Tunisian; TR Turkish;
TM Turkmen; UG Ugandan; UA Ukrainian; UY Uruguayan; UZ Uzbek; VE Venezuelan; VN Vietnamese;
YE Yemeni; ZM Zambian; ZW Zimbabwean
"""

#: The code of each, by the word in lower case.
NATIONALITIES: dict[str, str] = {
    word.casefold(): code
    for code, _, word in (entry.strip().partition(" ") for entry in _WORDS.split(";"))
}

#: Parts of countries that have parliaments or names of their own, and what is one country's alone.
WITHIN: dict[str, str] = {
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
    "northern ireland": "GB",
    "new south wales": "AU",
    "queensland": "AU",
    "tasmania": "AU",
    "british columbia": "CA",
    "ontario": "CA",
    "quebec": "CA",
    "alberta": "CA",
    "manitoba": "CA",
    "saskatchewan": "CA",
    "nova scotia": "CA",
    "zanzibar": "TZ",
    "western samoa": "WS",
}
#: Islands whose laws say "this Island" of their country.
ISLANDS = word_set(
    "AG AI BB BM BS CY DM FJ GD GG IM JE JM KI KN KY LC LK MG MS MT MU MV NR SC SH TC TO TT TV VC "
    "VG VU WS"
)
INSTITUTIONS: dict[str, str] = {
    "Lords Spiritual and Temporal": "GB",
    "Principal Secretaries of State": "GB",
    "Secretary of State for the Home Department": "GB",
    "Majlis-e-Shoora": "PK",
    "Jatiya Sangsad": "BD",
    "Lok Sabha": "IN",
    "Rajya Sabha": "IN",
    "Oireachtas": "IE",
    "Knesset": "IL",
    "Yang di-Pertuan Agong": "MY",
    "Verkhovna Rada": "UA",
    "State Duma": "RU",
    "Jogorku Kenesh": "KG",
    "Milli Majlis": "AZ",
    "Storting": "NO",
    "Folketing": "DK",
    "Bundestag": "DE",
    "Congress assembled": "US",
    "Parliament of the United Republic": "TZ",
    "Revolutionary Government of Zanzibar": "TZ",
    # gazettes
    "El Peruano": "PE",
    "Diario Oficial de la Federación": "MX",
    "Diário Oficial da União": "BR",
    "Boletín Oficial del Estado": "ES",
    "Moniteur belge": "BE",
    "Gazzetta Ufficiale della Repubblica Italiana": "IT",
    "Narodne novine": "HR",
    "Uradni list": "SI",
    "Dziennik Ustaw": "PL",
    "Riigi Teataja": "EE",
    "Latvijas Vēstnesis": "LV",
    "Fletorja Zyrtare": "AL",
    "Monitorul Oficial al României": "RO",
    "Stjórnartíðindi": "IS",
    "Resmî Gazete": "TR",
}
