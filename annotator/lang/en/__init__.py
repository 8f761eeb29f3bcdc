"""What is English: its wings by what they serve, each asked for through :mod:`annotator.lang`.

A law's title (:mod:`.titles`), its structure (:mod:`.structure`), what its clauses do
(:mod:`.clauses`), its own words (:mod:`.law_words`), who acts on whom (:mod:`.actors`), inflection
(:mod:`.inflection`), amending instructions (:mod:`.instructions`), the report (:mod:`.phrases`).
Below them stand the words for people, the sexes, removal and countries, which the rooms that are of
English alone name themselves.
"""
