"""The finished cut held against the text: what is wrong with it, said in so many words.

>>> from annotator.segmenter import segment
>>> for warning in segment("1. The roll is open; 2. The keeper shall obey.\\n3. It ends.").warnings:
...     print(warning.what)
Section 2 was not found where it belongs, though its number stands in the text.
"""

from annotator.segmenter.audit.doubts import find_doubts

__all__ = ["find_doubts"]
