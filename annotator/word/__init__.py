"""Word documents: the parts of the package, and the one view of its text that all of us share.

The reader takes the words of a law from a :class:`~annotator.word.view.WordView`, the writer finds
in it where they stand in the file: both see the text that Word shows as *Final*.
"""
