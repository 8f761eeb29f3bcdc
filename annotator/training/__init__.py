"""From labelled clauses to the pipeline that ships: ``python -m annotator.training``.

The steps are the commands of :mod:`~annotator.training.__main__`, in the order in which they run:
``corpora`` joins labels to clauses, ``train`` fine-tunes the encoder with spaCy, ``export`` writes
one ONNX graph and fits what turns its logits into probabilities, ``evaluate`` measures it on the
dev laws, ``release`` on the test laws, and puts it in the place of the one that ships. Needs the
extra ``train``.
"""
