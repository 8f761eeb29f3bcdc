"""``clause_classifier``: what each clause does about gender, and on which issues.

One encoder with two heads, run by onnxruntime: no torch, no network.
"""

from annotator.classifier.component import ClauseClassifier, make_clause_classifier

__all__ = ["ClauseClassifier", "make_clause_classifier"]
