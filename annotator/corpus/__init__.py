"""Many laws at once: a country's statute book, the laws of a region. Needs the extra ``corpus``.

``listing`` says which laws are meant, ``batch`` annotates some of them in a process that it can do
without, ``pool`` runs as many of those as the machine has room for, ``store`` keeps what was found
as Parquet, by ``schema``. ``docs/corpus.md`` describes it for users.
"""
