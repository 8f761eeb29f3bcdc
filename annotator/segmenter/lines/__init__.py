"""What a line of a law is, and what stands at its head: pages, marks, headings, openers."""
