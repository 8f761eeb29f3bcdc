"""Who is bound by what: countries, the instruments that bind them, the frameworks to count by."""
