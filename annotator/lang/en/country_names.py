"""Names of States and of their people, which the classifier must not recognise a law by."""

from __future__ import annotations

_STATES = """
Afghanistan Albania Algeria Andorra Angola Argentina Armenia Australia Austria Azerbaijan Bahamas
Bahrain Bangladesh Barbados Belarus Belgium Belize Benin Bhutan Bolivia Bosnia Botswana Brazil
Brunei Bulgaria Burundi Cambodia Cameroon Canada Chad Chile China Colombia Comoros Congo Croatia
Cuba Cyprus Czechia Denmark Djibouti Dominica Ecuador Egypt Eritrea Estonia Eswatini Ethiopia Fiji
Finland France Gabon Gambia Georgia Germany Ghana Greece Grenada Guatemala Guinea Guyana Haiti
Herzegovina Honduras Hungary Iceland India Indonesia Iran Iraq Ireland Israel Italy Jamaica Japan
Jordan Kazakhstan Kenya Kiribati Kosovo Kuwait Kyrgyzstan Laos Latvia Lebanon Lesotho Liberia
Libya Liechtenstein Lithuania Luxembourg Madagascar Malawi Malaysia Maldives Mali Malta Mauritania
Mauritius Mexico Moldova Monaco Mongolia Montenegro Morocco Mozambique Myanmar Namibia Nauru Nepal
Netherlands Nicaragua Niger Nigeria Norway Oman Pakistan Palau Palestine Panama Paraguay Peru
Philippines Poland Portugal Qatar Romania Russia Rwanda Samoa Senegal Serbia Seychelles Singapore
Slovakia Slovenia Somalia Spain Sudan Suriname Sweden Switzerland Syria Taiwan Tajikistan Tanzania
Thailand Togo Tonga Tunisia Turkey Turkmenistan Tuvalu Uganda Ukraine Uruguay Uzbekistan Vanuatu
Venezuela Vietnam Yemen Zambia Zimbabwe Quebec Ontario England Scotland Wales Britain Éireann
Eireann Oireachtas
"""

_PEOPLES = """
Afghan Albanian Algerian American Argentine Armenian Australian Austrian Azerbaijani Bahraini
Bangladeshi Belgian Bolivian Bosnian Brazilian British Bulgarian Cambodian Canadian Chilean
Chinese Colombian Croatian Cuban Cypriot Czech Danish Dutch Ecuadorian Egyptian English Eritrean
Estonian Ethiopian Filipino Finnish French Georgian German Ghanaian Greek Haitian Hungarian
Icelandic Indian Indonesian Iranian Iraqi Irish Israeli Italian Jamaican Japanese Jordanian Kenyan
Korean Kuwaiti Latvian Lebanese Libyan Lithuanian Malaysian Maltese Mexican Moldovan Mongolian
Moroccan Nepalese Nigerian Norwegian Pakistani Palestinian Peruvian Polish Portuguese Romanian
Russian Rwandan Scottish Serbian Singaporean Slovak Slovenian Somali Spanish Sudanese Swedish
Swiss Syrian Thai Tunisian Turkish Ugandan Ukrainian Uruguayan Venezuelan Vietnamese Welsh Yemeni
Zambian Zimbabwean
"""

_COMPOUND = (
    "United Kingdom",
    "United States",
    "New Zealand",
    "South Africa",
    "Sri Lanka",
    "Saudi Arabia",
    "Sierra Leone",
    "Northern Ireland",
    "Great Britain",
    "Costa Rica",
    "Burkina Faso",
    "El Salvador",
    "Saorstát Éireann",
)

#: What stands in a name's place when the classifier reads.
STAND_INS: dict[str, str] = {
    **dict.fromkeys(_STATES.split(), "the State"),
    **dict.fromkeys(_PEOPLES.split(), "national"),
    **dict.fromkeys(_COMPOUND, "the State"),
}
