"""The words by which French groups begin and end."""

from __future__ import annotations

from annotator.lang.phrase_words import PhraseWords
from annotator.lang.words import word_set

WORDS = PhraseWords(
    articles=word_set(
        "le la les l un une tout toute tous toutes chaque ce cet cette ces ledit ladite"
    ),
    links=word_set("de du des d"),
    possessives=word_set("son sa ses leur leurs même mêmes"),
    turning=word_set("ne n pas aucun aucune ni jamais sans seul seule seulement uniquement"),
    before_verbs=word_set(
        "peut peuvent doit doivent pourra pourront devra devront est sont sera seront a ont aura "
        "auront été être avoir soit soient fait font se s qui"
    ),
    infinitives=word_set(""),
    prepositions=word_set(
        "à au aux dans en par pour sur sous avec chez vers contre entre parmi pendant durant dès "
        "selon comme"
    ),
    coordinators=word_set("et ou"),
    others=word_set(
        "que qu dont où lequel laquelle lesquels lesquelles auquel auxquels si lorsque lorsqu "
        "quand avant après depuis jusqu car mais donc or sauf sinon ainsi aussi afin lors "
        "il elle ils elles on lui eux y autre autres plus moins c j m t celui celle "
        "ceux celles cela notamment conformément sont-ils"
    ),
    bare=word_set(
        "loi lois article articles alinéa alinéas paragraphe paragraphes section chapitre titre "
        "étranger étrangers étrangère étrangères demandeur demandeurs titulaire ministre autorité "
        "autorités agent agents "
        "infraction infractions "
        "règlement règlements décret décrets arrêté annexe partie disposition dispositions code "
        "présent présente présents présentes suivant suivante suivants suivantes précédent "
        "précédente personne personnes cas fins matière manière mesure égard sens terme termes "
        "vertu application conditions prévu prévue prévus prévues visé visée visés visées "
        "mentionné mentionnée fixé fixée fixées temps date jour jours mois an ans année années "
        "premier première lieu"
    ),
    bare_verbs=word_set(
        "délivré délivrée accordé accordée fait faite faire donné donnée prend prendre"
    ),
)
